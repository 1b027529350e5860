import { canDecide } from '../contract/can-decide.ts';
import type { Capabilities } from '../contract/capabilities.ts';
import type { LookupKeys } from '../contract/result.ts';
import { formatMajor } from '../money/money.ts';

/** The next step after an unknown outcome, where it is not simply a lookup by these keys; `undefined` where it is. */
export function unknownAdvice(provider: string, capabilities: Capabilities, keys: LookupKeys): string | undefined {
  if (canDecide(capabilities, keys)) return undefined;
  const isShared = capabilities.sharedKeys.some((key) => keys[key] !== undefined);
  if (isShared)
    return (
      'Do not send again. Look it up with knownCaptureIds, the ids of all other captures under the same keys: ' +
      `without them no lookup can decide. Or ask ${provider}: ${inquiry(keys)}`
    );
  return `Do not send again. No lookup can decide this. Ask ${provider}: ${inquiry(keys)}`;
}

/** The question for a person to put to the provider, with everything that identifies the payment. */
function inquiry({ authorizationId, captureId, reference, amount }: LookupKeys): string {
  const facts = [
    captureId === undefined ? [] : `capture ${captureId}`,
    authorizationId === undefined ? [] : `authorization ${authorizationId}`,
    reference === undefined ? [] : `reference ${reference}`,
    amount === undefined ? [] : `amount ${formatMajor(amount)} ${amount.currency}`,
  ].flat();
  return `was this captured, and under which id? (${facts.join(', ')})`;
}
