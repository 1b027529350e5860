import { money, printable, type LookupKeys, type LookupResult } from '@capture/core';
import { UsageError } from '../accounts/usage-error.ts';
import { PROVIDERS } from '../providers/index.ts';
import { formatAmount } from '../shared/format-amount.ts';
import { exitCodeOf, type CommandResult } from './command-result.ts';
import { connect, CONNECTION_OPTIONS } from './connection.ts';
import { findProvider } from './find-provider.ts';
import { amountLine, checkLines } from './format.ts';
import { nextStep } from './next-step.ts';
import { parseOptions } from './parse-options.ts';
import { printedJson } from './printed-json.ts';
import { namedFields } from './request-arguments.ts';
import { wrapped } from './wrap.ts';

const OPTIONS = { ...CONNECTION_OPTIONS, help: { type: 'boolean' }, json: { type: 'boolean' } } as const;
const IDS = PROVIDERS.map(({ id }) => id);
const KEYS = ['reference', 'captureId', 'authorizationId', 'amount', 'currency', 'knownCaptureIds'];

const HELP = `Usage: capture lookup <provider> key=value … (--live | --sandbox URL) [options]

Looks a capture up, which moves no money and may be repeated. Keys: reference,
captureId, authorizationId, of which each provider takes some; amount and
currency to compare with; knownCaptureIds, the ids of all other captures under
these keys, with commas between them (empty: there is none).

Options:
  --live              at the live endpoint
  --sandbox URL       at a running sandbox, such as http://127.0.0.1:4100
  --credentials FILE  with --live: JSON of mode 600, instead of the environment
  --json              print the result as JSON

Examples:
  capture lookup payfull reference=order-7 amount=23.02 currency=TRY --live
  capture lookup pockyt reference=order-7 --sandbox http://127.0.0.1:4100

Exit codes: 0 captured, 1 declined, 2 usage, 3 in doubt (also: not found).

Providers: ${IDS.join(', ')}`;

/** `capture lookup <provider> key=value …`: looks a capture up where it was sent. */
export async function lookupCommand(args: readonly string[], environment: NodeJS.ProcessEnv): Promise<CommandResult> {
  const { values, positionals } = parseOptions(args, OPTIONS);
  if (values.help) return { output: HELP, exitCode: 0 };
  const [id = '', ...fields] = positionals;
  const provider = findProvider(id, IDS);
  // A new sandbox has seen no capture: "not found" there would say nothing.
  if (!values.live && values.sandbox === undefined)
    throw new UsageError('a lookup needs --live, or --sandbox with the address of the sandbox that has the capture');
  const keys = keysFrom(fields);
  const { client, options, close } = await connect(provider, values, environment);
  try {
    const result = await client.lookup(keys);
    const output = values.json ? printedJson(result) : format(result, nextStep(client, keys, options));
    return { output, exitCode: exitCodeOf(result.status, result.decides) };
  } finally {
    await close();
  }
}

function keysFrom(fields: readonly string[]): LookupKeys {
  const { amount, currency, knownCaptureIds, ...ids } = namedFields(fields);
  if (Object.keys(ids).some((name) => !KEYS.includes(name))) throw new UsageError(`keys are ${KEYS.join(', ')}`);
  if ((amount === undefined) !== (currency === undefined)) throw new UsageError('amount and currency go together');
  return {
    ...ids,
    ...(amount !== undefined && currency !== undefined && { amount: money(amount, currency) }),
    ...(knownCaptureIds !== undefined && { knownCaptureIds: knownCaptureIds.split(',').filter((id) => id !== '') }),
  };
}

function format(result: LookupResult, next: string): string {
  const { provider, status, decides, captureId, candidates, error } = result;
  return [
    `${provider}: ${status}${decides ? '' : ', which is not final'}`,
    ...(captureId === undefined ? [] : [`capture id: ${printable(captureId)}`]),
    ...checkLines(result.checks),
    ...amountLine(result, result.keys.amount),
    ...candidates.map((one) =>
      ['  candidate', printable(one.captureId), one.status, one.reportedAmount ? formatAmount(one.reportedAmount) : '']
        .join(' ')
        .trimEnd(),
    ),
    ...(error ? [wrapped(error.message)] : []),
    ...(decides ? [] : [next]),
  ].join('\n');
}
