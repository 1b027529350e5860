import { canDecide, formatMajor, printable, type LookupKeys } from '@capture/core';
import type { Client } from '../providers/index.ts';

/** The next step after an outcome that is open. A command that can be pasted, or whom to ask where none can decide. */
export function nextStep(client: Client, keys: LookupKeys, options: readonly string[] | undefined): string {
  const { capabilities, provider } = client;
  if (!canDecide(capabilities, keys) && !capabilities.sharedKeys.some((key) => keys[key] !== undefined))
    return `Next: ask ${provider} whether it was captured. No lookup by these keys can decide it.`;
  if (options === undefined)
    return 'Next: this sandbox ends with the command. Send to one that stays, with --sandbox, and look it up there.';
  return `Next: ${['capture', 'lookup', provider, ...fieldsOf(keys), ...options].map(word).join(' ')}`;
}

function fieldsOf({ amount, knownCaptureIds, ...ids }: LookupKeys): string[] {
  return [
    ...Object.entries(ids).map(([name, value]) => (value === undefined ? '' : `${name}=${value}`)),
    ...(amount ? [`amount=${formatMajor(amount)}`, `currency=${amount.currency}`] : []),
    ...(knownCaptureIds ? [`knownCaptureIds=${knownCaptureIds.join(',')}`] : []),
  ].filter((field) => field !== '');
}

/** A word of a shell's command. Ids come from responses: pasted, none of them may end the word. */
function word(text: string): string {
  const shown = printable(text);
  return /^[\w.:@%+,=/-]+$/.test(shown) ? shown : `'${shown.replaceAll("'", `'\\''`)}'`;
}
