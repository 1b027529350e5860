import type { RawNotification, WebhookDefinition } from '@capture/core/provider';
import { constantTimeEqual, defineScheme } from '@capture/core/signing';
import { PROCESSED } from './codes.ts';
import type { CheckedPockytOptions } from './options.ts';
import { judgePayment } from './outcome.ts';
import { paymentSchema, type PockytPayment } from './response.ts';
import { pockytScheme } from './sign.ts';

/** *third-party*: SDKs disagree on whether a member without a value is signed, and the vendor does not document it. */
const SCHEMES = [pockytScheme, defineScheme({ ...pockytScheme, empty: 'kept' })];

type Verified = ReturnType<WebhookDefinition<CheckedPockytOptions, PockytPayment>['verify']>;

/**
 * Verifies a notification: a form whose `verifySign` covers all its other members, known or not (*third-party*, the
 * vendor's "Webhook Notification Reference"). The page only mentions notifications.
 */
function verify({ text, bytes }: RawNotification, options: CheckedPockytOptions): Verified {
  const members = [...new URLSearchParams(text)];
  // Members without a value are dropped: a signature that leaves them out does not protect against adding them.
  const content = Object.fromEntries(members.filter(([, value]) => value !== ''));
  const { verifySign = '' } = content;
  const refuse = (reason: string): Verified => Promise.resolve({ status: 'refused', reason });
  // Form parsers skip all of this, so an attacker can add it. 0xef begins a byte order mark.
  if (/^[?&]|&&|&$/.test(text) || bytes[0] === 0xef) return refuse('the body has more than parameters');
  if (new Set(members.map(([name]) => name)).size < members.length) return refuse('a parameter is repeated');
  if (verifySign === '') return refuse('verifySign is missing');
  // The signed string is joined without encoding: a value such as `a&status=success` would make it that of other
  // members.
  if (members.some(([name, value]) => !/^[\w.-]+$/.test(name) || /&[\w.-]+=/.test(value)))
    return refuse('a parameter could be read as another one in the signed string');
  const token = options.token.reveal();
  const isRight = (scheme: typeof pockytScheme): boolean =>
    constantTimeEqual(verifySign, scheme.sign(members, token).reveal());
  return SCHEMES.some(isRight)
    ? Promise.resolve({ status: 'verified', content })
    : refuse('verifySign does not match this content and token');
}

/** Notifications of Pockyt. They have no `ret_code`: a notification implies that the call was processed. */
export const webhook: WebhookDefinition<CheckedPockytOptions, PockytPayment> = {
  verify,
  response: paymentSchema,
  read: (payment) => ({
    verdict: judgePayment({ ret_code: PROCESSED, result: payment }, []),
    reference: payment.reference ?? undefined,
  }),
};
