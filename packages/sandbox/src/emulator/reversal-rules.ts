import type { Ledger } from '../state/ledger.ts';
import type { CaptureIds } from '../state/ledger-keys.ts';
import type { ProviderName } from '../state/provider-names.ts';
import type { Authorization, Capture } from '../state/transactions.ts';
import { findAuthorization } from './capture-rules.ts';
import type { EmulatorContext } from './emulator.ts';
import { Rejection } from './rejection.ts';

/** The authorization to void. *assumed*: only as a whole, so nothing of it may be captured. */
export function findVoidable(
  context: EmulatorContext,
  provider: ProviderName,
  id: string,
  path: string,
): Authorization {
  const authorization = findAuthorization(context, provider, id, path);
  if (context.ledger.capturedAmount(authorization) > 0) {
    throw new Rejection('already-captured', path, 'the authorization was captured');
  }
  return authorization;
}

/** The capture to return. Throws a `Rejection` if there is none with these ids, or if no money has moved. */
export function findCaptured(ledger: Ledger, provider: ProviderName, ids: CaptureIds, path: string): Capture {
  const [capture] = ledger.capturesOf(provider, ids);
  if (!capture) throw new Rejection('capture-not-found', path, 'there is no such capture');
  if (capture.state !== 'captured') throw new Rejection('not-captured', path, 'nothing was captured');
  return capture;
}

/** The amount to refund: several refunds may return a capture in parts, but no more than it took. */
export function checkRefund(ledger: Ledger, capture: Capture, minor: number | undefined, path: string): number {
  const remaining = refundable(ledger, capture);
  if (remaining === 0) throw new Rejection('already-refunded', path, 'nothing is left to refund');
  if (minor === undefined || minor <= 0) throw new Rejection('invalid', path, 'does not fit the currency');
  if (minor > remaining) throw new Rejection('amount-too-high', path, 'more than is left to refund');
  return minor;
}

/** Minor units of a capture that can still be refunded. */
export function refundable(ledger: Ledger, capture: Capture): number {
  return capture.amount.minor - ledger.refundedAmount(capture);
}
