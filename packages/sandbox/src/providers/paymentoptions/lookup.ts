import type { EmulatorContext } from '../../emulator/emulator.ts';
import type { EmulatorRequest, EmulatorResponse } from '../../emulator/http-types.ts';
import { readPathSegment } from '../../emulator/read-body.ts';
import { Rejection } from '../../emulator/rejection.ts';
import { authenticate } from './credentials.ts';
import { authorizationEnvelope, captureEnvelope, reversalEnvelope } from './envelope.ts';

/** The path of a lookup. */
export const STATUS_PATH = /^\/server-to-server-interface\/transaction\/status\/([^/]+)$/;

/**
 * *third-party*: the same envelope, by the provider's id only, which may be that of a
 * PRE_AUTH, CAPTURE, REFUND or VOID. It is undocumented whether the id of an authorization
 * shows a later capture. It does not, unless `lookupShowsLaterCaptures` is set (*assumed*: as the capture, under that
 * id).
 */
export function lookup(
  request: EmulatorRequest,
  { ledger, lookupShowsLaterCaptures }: EmulatorContext,
): EmulatorResponse {
  authenticate(request);
  const id = readPathSegment(STATUS_PATH.exec(request.path)?.[1] ?? '');
  const [capture] = ledger.capturesOf('paymentoptions', { captureId: id });
  if (capture) return { status: 200, body: captureEnvelope(capture, 200) };
  const reversal = ledger.reversal('paymentoptions', id);
  if (reversal) return { status: 200, body: reversalEnvelope(reversal, 200) };
  const authorization = ledger.authorization('paymentoptions', id);
  if (!authorization) throw new Rejection('transaction-not-found', 'transactionId', 'no such transaction');
  const laterCapture = ledger
    .capturesOf('paymentoptions', { authorizationId: id })
    .findLast((one) => one.state === 'captured');
  const isShown = lookupShowsLaterCaptures && laterCapture !== undefined;
  return {
    status: 200,
    body: isShown
      ? captureEnvelope({ ...laterCapture, captureId: id }, 200)
      : authorizationEnvelope(authorization, 200),
  };
}
