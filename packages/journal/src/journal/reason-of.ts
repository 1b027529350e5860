import { ERROR_CODES, ERROR_DETAILS, type ErrorData, InvalidRequestError, printable } from '@capture/core';
import type { OperationReason } from '../contract/operation.ts';

const SHOWN_CODE_LENGTH = 64;

/**
 * The part of an error that is stored: of closed lists, but for the provider's code. The words of the provider are left
 * out, in the message too: they may be about a person.
 */
export function reasonOf({ code, detail, advice, providerCode }: ErrorData): OperationReason {
  const trouble = detail === undefined ? '' : `: ${ERROR_DETAILS[detail].meaning}`;
  return {
    code,
    ...(detail !== undefined && { detail }),
    message: ERROR_CODES[code].meaning + trouble,
    advice,
    ...(providerCode !== undefined && { providerCode: printable(providerCode, SHOWN_CODE_LENGTH) }),
  };
}

/** The reason for which a recorded request was not sent: its rules refuse it now. Names paths and rules, no value. */
export function refusedRequest(error: unknown): OperationReason {
  const rules = InvalidRequestError.is(error)
    ? error.issues.map(({ path, rule }) => (path === '' ? rule : `${path} ${rule}`)).join('; ')
    : 'the client could not prepare it';
  return {
    code: 'invalid_request',
    message: `the recorded request is refused before it is sent: ${rules}`,
    advice: 'Nothing was sent. Capture it again with the same key once the cause is removed, or cancel it.',
  };
}

/** The reason for which a request was not sent: what is not stored was not supplied. */
export const FIELDS_UNAVAILABLE: OperationReason = {
  code: 'fields_unavailable',
  message: 'the supplier of the fields that are not stored, such as a card, failed or returned nothing',
  advice: 'Nothing was sent. Find the cause in the supplier; its own error is not kept, it may hold a card.',
};

/** The reason for which an outcome is unknown where a client broke its promise to resolve to a result. */
export const CLIENT_FAILED: OperationReason = {
  code: 'transport_failed',
  message: 'the client failed without a result',
  advice: 'Do not send again. Look up the payment first.',
};

/** The reason for which no lookup is made. */
export const LOOKUP_IMPOSSIBLE: OperationReason = {
  code: 'lookup_impossible',
  message: 'the provider takes none of the keys of this operation for a lookup',
  advice: 'Do not send again. Ask the provider, then decide.',
};
