import type { RawNotification, WebhookDefinition } from '@capture/core/provider';
import { constantTimeEqual, defineScheme } from '@capture/core/signing';
import type { CheckedPockytOptions } from './options.ts';
import { judgePayment, PROCESSED } from './outcome.ts';
import { paymentSchema, type PockytPayment } from './response.ts';
import { pockytScheme } from './sign.ts';

/** *third-party*: SDKs disagree on whether a member without a value is signed, and the vendor does not say. */
const SCHEMES = [pockytScheme, defineScheme({ ...pockytScheme, empty: 'kept' })];

type Verified = ReturnType<WebhookDefinition<CheckedPockytOptions, PockytPayment>['verify']>;

/**
 * *third-party*, the vendor's "Webhook Notification Reference": a form whose `verifySign` covers every other member that arrived, known or not. The page says only that there is a notification.
 */
function verify({ text, bytes }: RawNotification, options: CheckedPockytOptions): Verified {
  const members = [...new URLSearchParams(text)];
  // Without the members that have no value: under a signature that leaves such members out, anybody can add them.
  const content = Object.fromEntries(members.filter(([, value]) => value !== ''));
  const { verifySign = '' } = content;
  const refuse = (reason: string): Verified => Promise.resolve({ status: 'refused', reason });
  // Whoever reads a form skips all of this, so anybody can add it. 0xef begins a byte order mark.
  if (/^[?&]|&&|&$/.test(text) || bytes[0] === 0xef) return refuse('there is more in it than parameters');
  if (new Set(members.map(([name]) => name)).size < members.length) return refuse('a parameter came twice');
  if (verifySign === '') return refuse('verifySign is missing');
  // The signed text is joined without any encoding: a value such as `a&status=success` would make it the text of other members.
  if (members.some(([name, value]) => !/^[\w.-]+$/.test(name) || /&[\w.-]+=/.test(value)))
    return refuse('a parameter could be read as another one in the signed text');
  const token = options.token.reveal();
  const isRight = (scheme: typeof pockytScheme): boolean =>
    constantTimeEqual(verifySign, scheme.digestOf(members, token).reveal());
  return SCHEMES.some(isRight)
    ? Promise.resolve({ status: 'verified', content })
    : refuse('verifySign is not the one of this content and token');
}

/** webhook.ts of this provider. A notification has no `ret_code`: that it was sent says that the call was processed. */
export const webhook: WebhookDefinition<CheckedPockytOptions, PockytPayment> = {
  verify,
  answer: paymentSchema,
  read: (payment) => ({
    verdict: judgePayment({ ret_code: PROCESSED, result: payment }, []),
    reference: payment.reference ?? undefined,
  }),
};
