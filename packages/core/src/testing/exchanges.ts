import type { Capabilities } from '../contract/capabilities.ts';
import type { UnknownReason } from '../contract/result.ts';
import type { ErrorCode } from '../errors/error-codes.ts';
import type { Exchange } from '../pipeline/send-request.ts';
import type { Endpoint } from '../provider/endpoint.ts';
import { createRedactor } from '../secrets/redaction.ts';
import { TransportError, type FailurePhase, type TransportFailureCode } from '../transport/http.ts';

const redactor = createRedactor(() => []);

/** A provider whose every key belongs to one capture, so that its lookups decide. */
export const CAPABILITIES: Capabilities = {
  captures: 'authorization',
  partialCapture: 'yes',
  multipleCaptures: 'yes',
  overcapture: 'no',
  reference: 'sent',
  currencies: 'iso-4217',
  amountForm: 'minor-integer',
  reportsAmount: true,
  authentication: 'key-header',
  lookupBy: ['reference', 'captureId', 'authorizationId'],
  uniqueKeys: ['reference', 'captureId', 'authorizationId'],
  sharedKeys: [],
  webhook: 'none',
};

/** The usual code of each reason. */
export const USUAL_CODE: Readonly<Record<UnknownReason, ErrorCode>> = {
  'in-doubt': 'timeout',
  unreadable: 'unreadable_response',
  contradictory: 'contradictory_response',
  undecided: 'unknown_status',
};

/** An exchange with a response. */
export function responded(response: unknown, httpStatus: number): Exchange<unknown> {
  return { kind: 'response', httpStatus, response, redactor, facts: {} };
}

/** An exchange without a readable response. */
export function failed(phase: FailurePhase, code: ErrorCode, httpStatus?: number): Exchange<unknown> {
  const failure = new TransportError(phase, code as TransportFailureCode, httpStatus);
  return { kind: 'failure', failure, redactor, facts: {} };
}

/** A server that is known to be live or not, or of which neither is known. */
export function endpointOf(live: boolean | undefined): Endpoint {
  return { baseUrl: 'https://api.acme.example', live, expect: undefined };
}
