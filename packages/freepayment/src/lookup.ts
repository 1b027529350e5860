import type { LookupKeys } from '@capture/core';
import {
  errorMessages,
  undecided,
  type Call,
  type FoundCapture,
  type JudgeContext,
  type LookupVerdict,
} from '@capture/core/provider';
import { amountOf, judgePayment, judgeRefusal, liveOf, stateOf, timeOf } from './outcome.ts';
import { isCaptureType } from './response.ts';
import type {
  FreepaymentList,
  FreepaymentLookupResponse,
  FreepaymentRefusal,
  FreepaymentTransaction,
} from './response.ts';

/**
 * Requests a transaction by uid, or all of a tracking id (*third-party*), which is percent-encoded because merchants
 * use spaces in it.
 */
export function encodeLookup({ captureId, reference, authorizationId }: LookupKeys): Call {
  const uid = captureId ?? (reference === undefined ? authorizationId : undefined);
  const path = uid === undefined ? `tracking_id/${encodeURIComponent(reference ?? '')}` : encodeURIComponent(uid);
  return { method: 'GET', path: `/transactions/${path}` };
}

/** *third-party*: a list has up to the ten newest transactions, so that one of ten may lack the capture. */
const LONGEST_LIST = 10;

/**
 * Judges a lookup response. The uid of the capture decides. A tracking id names the authorization and all that followed
 * it, so it decides only together with the authorization, the amount and the uids of all other captures. The
 * authorization alone does not: it is undocumented how its state shows a capture.
 */
export function judgeLookup(
  response: FreepaymentLookupResponse,
  { request: keys, httpStatus }: JudgeContext<unknown, LookupKeys>,
): LookupVerdict {
  const { captureId, reference } = keys;
  if ('message' in response) {
    if (httpStatus === 404 && hasErrors(response))
      return { status: (captureId ?? reference) ? 'not-found' : 'undecidable' };
    // The lookup is refused, which is no evidence about the payment.
    const refusal = judgeRefusal(response, httpStatus);
    return undecided(refusal.code, refusal);
  }
  if (httpStatus < 200 || httpStatus >= 300) return undecided('contradictory_response');
  if ('transactions' in response) return judgeList(response, keys);
  return captureId === undefined
    ? { status: 'undecidable', live: liveOf(response.transaction) }
    : judgePayment(response.transaction, keys, response.errors);
}

function judgeList({ transactions, errors }: FreepaymentList, keys: LookupKeys): LookupVerdict {
  const { authorizationId, amount, knownCaptureIds = [] } = keys;
  const live = liveOfAll(transactions);
  if (authorizationId === undefined || amount === undefined) return { status: 'undecidable', live };
  // An entry is excluded only if it names another type, parent or amount: one that names less may be this capture.
  const fitting = transactions.filter(
    ({ type, parent_uid, amount: minor }) =>
      (!type || isCaptureType(type)) &&
      (!parent_uid || parent_uid === authorizationId) &&
      (minor ?? amount.minor) === amount.minor,
  );
  const [found, ...more] = fitting.filter(({ uid }) => !uid || !knownCaptureIds.includes(uid));
  const isComplete = transactions.length < LONGEST_LIST;
  if (!found && isComplete) return { status: 'not-found', live };
  const isWhole = found?.type === 'capture' && found.parent_uid && found.amount && found.currency;
  if (!isWhole || more.length > 0 || !isComplete)
    return { status: 'undecidable', live, candidates: fitting.map(candidateOf) };
  return judgePayment(found, keys, errors);
}

/** Reads the environment that a list states, if all of it is of the same. */
function liveOfAll(transactions: readonly FreepaymentTransaction[]): boolean | undefined {
  const [stated, ...others] = new Set(transactions.map(liveOf));
  return others.length === 0 ? stated : undefined;
}

function candidateOf(transaction: FreepaymentTransaction): FoundCapture {
  return {
    captureId: transaction.uid ?? undefined,
    status: stateOf(transaction) ?? 'unknown',
    reported: amountOf(transaction),
    providerTime: timeOf(transaction),
  };
}

/** *assumed*: a proxy may write `message` and empty `errors` too. */
function hasErrors({ errors, code }: FreepaymentRefusal): boolean {
  return errorMessages(errors).length > 0 || /^[A-Z]\.\d{4}$/.test(code ?? '');
}
