import { readPathSegment } from '../../emulator/read-body.ts';
import type { EmulatorContext } from '../../emulator/emulator.ts';
import type { EmulatorRequest, EmulatorResponse } from '../../emulator/http-types.ts';
import { Rejection } from '../../emulator/rejection.ts';
import { authenticate } from './credentials.ts';
import { authorizationEnvelope, captureEnvelope } from './envelope.ts';

/** Where a transaction is asked for. */
export const STATUS_PATH = /^\/server-to-server-interface\/transaction\/status\/([^/]+)$/;

/**
 * *peer*: the same envelope, by the provider's id only. Whether the id of an authorization shows a later capture is
 * documented nowhere, so it does not, unless `lookupShowsLaterCaptures` asks for it (*guess*: as the capture under that id).
 */
export function lookup(call: EmulatorRequest, { ledger, lookupShowsLaterCaptures }: EmulatorContext): EmulatorResponse {
  authenticate(call);
  const id = readPathSegment(STATUS_PATH.exec(call.path)?.[1] ?? '');
  const [capture] = ledger.capturesOf('paymentoptions', { captureId: id });
  if (capture) return { status: 200, body: captureEnvelope(capture, 200) };
  const authorization = ledger.authorization('paymentoptions', id);
  if (!authorization) throw new Rejection('transaction-not-found', 'transactionId', 'no such transaction');
  const child = ledger
    .capturesOf('paymentoptions', { authorizationId: id })
    .findLast((one) => one.state === 'captured');
  const isShown = lookupShowsLaterCaptures && child !== undefined;
  return {
    status: 200,
    body: isShown ? captureEnvelope({ ...child, captureId: id }, 200) : authorizationEnvelope(authorization),
  };
}
