import type { Acknowledgement, EmulatorContext, NotificationDraft, Sign } from '../../emulator/emulator.ts';
import type { JsonObject } from '../../emulator/json.ts';
import type { Capture } from '../../state/transactions.ts';
import { basicAuthorization } from './credentials.ts';
import { asLive } from './edit-transactions.ts';
import { captureTransaction } from './transaction.ts';

/** *documented*: free text of the shop. Beyond ASCII, so that a receiver that reads it in another charset notices. */
const DESCRIPTION = 'Test transaction, größer – №1';

/**
 * *third-party*: the gateway's JSON escapes slashes. *assumed*: a space after the first colon. Either way a receiver
 * that parses a body and serializes it again gets other bytes, and the signature covers these.
 */
function asGatewayWrites(content: JsonObject): string {
  return JSON.stringify(content)
    .replaceAll('/', String.raw`\/`)
    .replace('":', '": ');
}

/** *assumed*: any status below 300. No page has the times at which a webhook is sent again. */
export const acknowledgement: Acknowledgement = {
  refusal: (status) => (status >= 300 ? `status ${String(status)}` : undefined),
};

/**
 * The webhook of a capture. *third-party*: the body of a response, HTTP Basic with the shop's own credentials, and the
 * signature over the raw body in Content-Signature. *assumed*: every capture has one, because a shop can register an
 * address in the back office; its own address is the authorization's notification_url, if given.
 */
export function notification(capture: Capture, { ledger, live }: EmulatorContext, sign: Sign): NotificationDraft {
  const parent = ledger.authorization('freepayment', capture.authorizationId ?? '');
  const content = { transaction: { ...captureTransaction(capture), description: DESCRIPTION } };
  const body = asGatewayWrites(live ? asLive(content) : content);
  const url = parent?.notificationUrl ?? capture.details['notificationUrl'];
  return {
    ...(typeof url === 'string' && { url }),
    headers: {
      authorization: basicAuthorization(),
      'content-type': 'application/json',
      'content-signature': sign(body),
    },
    body,
  };
}
