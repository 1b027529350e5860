import type { LookupCandidate, LookupResult } from '../contract/lookup-result.ts';
import type { LookupKeys, ProviderTime } from '../contract/result.ts';
import type { ErrorCode } from '../errors/error-codes.ts';
import { lookupResult as buildLookupResult } from '../pipeline/lookup-result.ts';
import { type FoundCapture, type LookupVerdict, refused } from '../provider/verdict.ts';
import { CAPABILITIES, endpointOf, failed, responded } from './exchanges.ts';

/** Members of the result of a lookup, each with a default. */
export interface GivenLookup {
  /** @defaultValue `'acme'` */
  readonly provider?: string;
  /** @defaultValue `'captured'` */
  readonly status?: LookupResult['status'];
  /** With `declined` and `unknown`. */
  readonly code?: ErrorCode;
  /** @defaultValue the reference `order-1042`, 23.02 EUR, and no earlier capture (`knownCaptureIds: []`) */
  readonly keys?: LookupKeys;
  /** @defaultValue that of `keys`, or `'capture-1042'` where the status is `captured` or `pending` */
  readonly captureId?: string;
  /** With `undecidable`: the captures that could be the one. */
  readonly candidates?: readonly LookupCandidate[];
  /** @defaultValue `undefined`: neither the response nor the host shows it */
  readonly live?: boolean;
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
  const { keys = { reference: 'order-1042', amount: { minor: 2302, currency: 'EUR' }, knownCaptureIds: [] } } = given;
  const noResponse = status === 'unknown' && httpStatus === undefined;
  const exchange = noResponse
    ? failed('in-doubt', code ?? 'timeout')
    : responded(given.response ?? {}, httpStatus ?? 200);
  const result = buildLookupResult({
    provider,
    capabilities: CAPABILITIES,
    keys,
    endpoint: endpointOf(given.live),
    exchange,
    judge: () => verdictOf(status, given, keys),
  });
  if (result.status === status) return result;
  throw new TypeError(`no ${status} lookup has these members: it would be ${result.status}`);
}

const foundCapture = ({ reportedAmount, ...others }: LookupCandidate): FoundCapture => ({
  ...others,
  reported: reportedAmount ?? {},
});

function verdictOf(status: LookupResult['status'], given: GivenLookup, keys: LookupKeys): LookupVerdict {
  const { code, providerTime } = given;
  const captureId = given.captureId ?? keys.captureId;
  if (status === 'not-found') return { status };
  if (status === 'undecidable') return { status, candidates: (given.candidates ?? []).map(foundCapture) };
  if (status === 'declined') return refused(code ?? 'declined', { ...given, captureId });
  const { providerCode, providerMessage } = given;
  if (status === 'unknown')
    return { status, reason: 'undecided', code: code ?? 'unknown_status', providerCode, providerMessage };
  const reported = keys.amount ?? { minor: 2302, currency: 'EUR' };
  return {
    status,
    captureId: captureId ?? 'capture-1042',
    reported,
    consistency: [],
    correlation: [],
    providerCode,
    providerTime,
  };
}
