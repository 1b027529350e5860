import type { EmulatorContext, NotificationDraft, Sign } from '../../emulator/emulator.ts';
import type { Capture } from '../../state/ledger.ts';
import { basicAuthorization } from './credentials.ts';
import { asLive } from './edit-transactions.ts';
import { captureTransaction } from './transaction.ts';

/**
 * The webhook of a capture. *third-party*: the body of a response, HTTP Basic with the shop's own credentials, and the
 * signature over the raw body in Content-Signature. *assumed*: every capture has one, because a shop can register an
 * address in the back office; its own address is the authorization's notification_url, if given.
 */
export function notification(capture: Capture, { ledger, live }: EmulatorContext, sign: Sign): NotificationDraft {
  const parent = ledger.authorization('freepayment', capture.authorizationId ?? '');
  const content = { transaction: captureTransaction(capture) };
  const body = JSON.stringify(live ? asLive(content) : content);
  return {
    ...(parent?.notificationUrl !== undefined && { url: parent.notificationUrl }),
    headers: {
      authorization: basicAuthorization(),
      'content-type': 'application/json',
      'content-signature': sign(body),
    },
    body,
  };
}
