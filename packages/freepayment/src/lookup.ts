import type { LookupKeys } from '@capture/core';
import { undecided, type Call, type JudgeContext, type LookupVerdict } from '@capture/core/provider';
import { isFromGateway, judgePayment, judgeRefusal } from './outcome.ts';
import type { FreepaymentList, FreepaymentLookupResponse } from './response.ts';

/**
 * Requests a transaction by uid, or all of a tracking id (*third-party*), which is percent-encoded because merchants
 * use spaces in it.
 */
export function encodeLookup({ captureId, reference, authorizationId }: LookupKeys): Call {
  const uid = captureId ?? (reference === undefined ? authorizationId : undefined);
  const path = uid === undefined ? `tracking_id/${encodeURIComponent(reference ?? '')}` : encodeURIComponent(uid);
  return { method: 'GET', path: `/transactions/${path}` };
}

/**
 * Judges a lookup response. The uid of the capture decides. A tracking id names the authorization and all that followed
 * it, so it decides only together with the authorization and the amount. The authorization alone does not: it is
 * undocumented how its state shows a capture.
 */
export function judgeLookup(
  response: FreepaymentLookupResponse,
  { request: keys, httpStatus }: JudgeContext<unknown, LookupKeys>,
): LookupVerdict {
  const { captureId, reference } = keys;
  if ('message' in response) {
    if (httpStatus === 404 && isFromGateway(response))
      return { status: (captureId ?? reference) ? 'not-found' : 'undecidable' };
    // The lookup is refused, which is no evidence about the payment.
    const refusal = judgeRefusal(response, httpStatus);
    return undecided(refusal.code, refusal);
  }
  if (httpStatus < 200 || httpStatus >= 300) return undecided('contradictory_response');
  if ('transactions' in response) return judgeList(response, keys);
  return captureId === undefined
    ? { status: 'undecidable' }
    : judgePayment(response.transaction, keys, response.errors);
}

function judgeList({ transactions, errors }: FreepaymentList, keys: LookupKeys): LookupVerdict {
  const { authorizationId, amount } = keys;
  if (authorizationId === undefined || amount === undefined) return { status: 'undecidable' };
  // An entry is excluded only if it names another type, parent or amount: one that names less may be this capture.
  const [found, ...more] = transactions.filter(
    ({ type, parent_uid, amount: minor }) =>
      (!type || /captur/i.test(type)) &&
      (!parent_uid || parent_uid === authorizationId) &&
      (minor ?? amount.minor) === amount.minor,
  );
  if (!found) return { status: 'not-found' };
  const isWhole = found.type === 'capture' && found.parent_uid && found.amount && found.currency;
  const verdict = judgePayment(found, keys, errors);
  // A decline under this id may be that of an earlier attempt, with this one not listed yet.
  return more.length > 0 || !isWhole || verdict.status === 'declined' ? { status: 'undecidable' } : verdict;
}
