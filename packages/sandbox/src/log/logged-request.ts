import type { HandledRequest } from '../http/handle-request.ts';
import { CREDENTIALS } from '../providers/index.ts';
import { basicAuthorization } from '../providers/freepayment/credentials.ts';
import { withoutCards, withoutCredentials } from './masked.ts';
import type { LoggedRequest } from './request-log.ts';

/** The sandbox's own credentials as they stand in headers. */
const KNOWN = [...Object.values(CREDENTIALS).flatMap((one) => Object.values(one)), basicAuthorization()];

/** Builds the entry of the log for a request that was handled, and for the ids of what it recorded. */
export function loggedRequest(
  { to, received, effect, ...facts }: HandledRequest,
  at: Date,
  executed: readonly string[],
): Omit<LoggedRequest, 'id'> {
  const { method, query, headers, body } = received;
  const response = 'response' in effect ? effect.response : undefined;
  return {
    ...facts,
    at: at.toISOString(),
    provider: to.provider,
    method,
    path: withoutCards(to.path + (query === '' ? '' : `?${query}`)),
    headers: withoutCredentials(headers, KNOWN),
    body: withoutCards(body),
    effect: effect.kind,
    response: response && { status: response.status, body: withoutCards(response.body) },
    executed: [...executed],
  };
}
