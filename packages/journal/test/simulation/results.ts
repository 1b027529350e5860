import {
  type Capabilities,
  type CaptureResult,
  canDecide,
  DeclinedError,
  type ErrorCode,
  type LookupCandidate,
  type LookupKey,
  type LookupKeys,
  type LookupResult,
  UnknownOutcomeError,
  UnsentError,
} from '@capture/core';
import type { Execution, SimRequest } from './truth.ts';

const RESPONSE = {
  live: false,
  httpStatus: 200,
  providerCode: undefined,
  amountCheck: 'match',
  providerTime: undefined,
  checks: [],
  response: {},
} as const;

const NO_RESPONSE = { ...RESPONSE, httpStatus: undefined, amountCheck: 'not-reported', response: undefined } as const;

/** A result with the keys of any provider. */
export type SimResult = CaptureResult<string, LookupKey>;

/** Results of captures in the form that a client of core returns. */
export class CaptureResults {
  readonly #base;
  readonly #capabilities: Capabilities;
  readonly #keys: LookupKeys<LookupKey>;
  readonly #provider: string;

  constructor(provider: string, capabilities: Capabilities, request: SimRequest, keys: LookupKeys) {
    const { authorizationId, reference, amount } = request;
    this.#base = { provider, authorizationId, reference, amount };
    this.#capabilities = capabilities;
    this.#keys = keys as LookupKeys<LookupKey>;
    this.#provider = provider;
  }

  accepted({ captureId, status, request }: Execution): SimResult {
    const found = { captureId, reportedAmount: request.amount, lookupKeys: { ...this.#keys, captureId } };
    if (status === 'pending') return { ...this.#base, ...RESPONSE, ...found, status, nextAction: undefined };
    return { ...this.#base, ...RESPONSE, ...found, status: 'captured' };
  }

  declined(code: ErrorCode, retryAfter?: number): SimResult {
    const error = new DeclinedError({ provider: this.#provider, code, retryAfter });
    const shown = { reportedAmount: undefined, captureId: undefined, error, errorData: error.toJSON() };
    return { ...this.#base, ...NO_RESPONSE, ...shown, status: 'declined', httpStatus: 400 };
  }

  unsent(code: 'aborted' | 'connection_refused', detail?: 'last_check'): SimResult {
    const error = new UnsentError({ provider: this.#provider, code, detail });
    return { ...this.#base, live: false, status: 'unsent', error, errorData: error.toJSON() };
  }

  unknown(code: 'timeout' | 'aborted' | 'connection_lost' | 'provider_error'): SimResult {
    const advice = canDecide(this.#capabilities, this.#keys) ? undefined : 'Do not send again. Ask the provider.';
    const error = new UnknownOutcomeError({ provider: this.#provider, code, advice });
    const reason = code === 'provider_error' ? 'undecided' : 'in-doubt';
    const shown = { reportedAmount: undefined, lookupKeys: this.#keys, error, errorData: error.toJSON() };
    return { ...this.#base, ...NO_RESPONSE, ...shown, status: 'unknown', reason };
  }
}

/** The result of a lookup in the form that a client of core returns. */
export function lookupResult(provider: string, keys: LookupKeys, found: LookupFinding): LookupResult {
  const base = { ...NO_RESPONSE, provider, keys, candidates: [], captureId: undefined, reportedAmount: undefined };
  const nothing = { ...base, decides: false, error: undefined, errorData: undefined };
  if (found === 'not-found') return { ...nothing, status: found, httpStatus: 404 };
  if (Array.isArray(found)) return { ...nothing, status: 'undecidable', httpStatus: 200, candidates: found };
  if (typeof found === 'string') {
    const error = new UnknownOutcomeError({ provider, code: found });
    return { ...nothing, status: 'unknown', error, errorData: error.toJSON() };
  }
  const { status, captureId, request } = found as Execution;
  const shown = { ...base, ...RESPONSE, captureId, reportedAmount: request.amount, status };
  if (status !== 'declined')
    return { ...shown, decides: status === 'captured', error: undefined, errorData: undefined };
  const error = new DeclinedError({ provider, code: 'declined' });
  return { ...shown, decides: true, error, errorData: error.toJSON() };
}

/** The findings of a lookup: a capture, captures that may be it, none, or a failure. */
export type LookupFinding =
  | Execution
  | readonly LookupCandidate[]
  | 'not-found'
  | 'connection_refused'
  | 'connection_lost'
  | 'credentials_rejected';
