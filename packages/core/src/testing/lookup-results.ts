import type { LookupResult } from '../contract/lookup-result.ts';
import type { LookupKeys, ProviderTime } from '../contract/result.ts';
import type { ErrorCode } from '../errors/error-codes.ts';
import { lookupResult as buildLookupResult } from '../pipeline/lookup-result.ts';
import { type LookupVerdict, refused } from '../provider/verdict.ts';
import { failed, responded } from './exchanges.ts';

/** Members of the result of a lookup, each with a default. */
export interface GivenLookup {
  /** @defaultValue `'acme'` */
  readonly provider?: string;
  /** @defaultValue `'captured'` */
  readonly status?: LookupResult['status'];
  /** With `declined` and `unknown`. */
  readonly code?: ErrorCode;
  /** @defaultValue the reference `order-1042` and 23.02 EUR */
  readonly keys?: LookupKeys;
  /** @defaultValue `'capture-1042'`, where the status is `captured` or `pending` */
  readonly captureId?: string;
  readonly httpStatus?: number;
  readonly providerCode?: string;
  readonly providerMessage?: string;
  readonly providerTime?: ProviderTime;
  /** The parts of the response that were read, in the provider's field names. */
  readonly response?: unknown;
}

/**
 * Creates the result of a lookup, as a client returns it, for unit tests. An `unknown` one without an HTTP status is a
 * lookup to which no response arrived.
 *
 * @throws `TypeError` where no such result can have the given members.
 * @example
 * ```ts
 * vi.spyOn(client, 'lookup').mockResolvedValue(lookupResult({ status: 'not-found' }));
 * ```
 */
export function lookupResult(given: GivenLookup = {}): LookupResult {
  const { provider = 'acme', status = 'captured', httpStatus, code } = given;
  const { keys = { reference: 'order-1042', amount: { minor: 2302, currency: 'EUR' } } } = given;
  const noResponse = status === 'unknown' && httpStatus === undefined;
  const exchange = noResponse
    ? failed('in-doubt', code ?? 'timeout')
    : responded(given.response ?? {}, httpStatus ?? 200);
  const result = buildLookupResult({ provider, keys, exchange, judge: () => verdictOf(status, given, keys) });
  if (result.status === status) return result;
  throw new TypeError(`no ${status} lookup has these members: it would be ${result.status}`);
}

function verdictOf(status: LookupResult['status'], given: GivenLookup, { amount }: LookupKeys): LookupVerdict {
  const { captureId = 'capture-1042', code, providerTime } = given;
  if (status === 'not-found' || status === 'undecidable') return { status };
  if (status === 'declined') return refused(code ?? 'declined', given);
  const { providerCode, providerMessage } = given;
  if (status === 'unknown')
    return { status, reason: 'undecided', code: code ?? 'unknown_status', providerCode, providerMessage };
  const reported = amount ?? { minor: 2302, currency: 'EUR' };
  return { status, captureId, reported, consistency: [], correlation: [], providerCode, providerTime };
}
