import { readSegment } from '../../emulator/decode.ts';
import type { Desk } from '../../emulator/emulator.ts';
import type { Answer, CallRequest } from '../../emulator/http-types.ts';
import { Problem } from '../../emulator/problem.ts';
import { authenticate } from './credentials.ts';
import { authorizationEnvelope, captureEnvelope } from './envelope.ts';

/** Where a transaction is asked for. */
export const STATUS_PATH = /^\/server-to-server-interface\/transaction\/status\/([^/]+)$/;

/**
 * *peer*: the same envelope, by the provider's id only. Whether the id of an authorization shows a later capture is
 * documented nowhere, so it does not, unless `parentShowsCapture` asks for it (*guess*: as the capture under that id).
 */
export function lookup(call: CallRequest, { ledger, parentShowsCapture }: Desk): Answer {
  authenticate(call);
  const id = readSegment(STATUS_PATH.exec(call.path)?.[1] ?? '');
  const [capture] = ledger.capturesOf('paymentoptions', { captureId: id });
  if (capture) return { status: 200, body: captureEnvelope(capture, 200) };
  const authorization = ledger.authorization('paymentoptions', id);
  if (!authorization) throw new Problem('transaction-not-found', 'transactionId', 'no such transaction');
  const child = ledger
    .capturesOf('paymentoptions', { authorizationId: id })
    .findLast((one) => one.state === 'captured');
  const isShown = parentShowsCapture && child !== undefined;
  return {
    status: 200,
    body: isShown ? captureEnvelope({ ...child, captureId: id }, 200) : authorizationEnvelope(authorization),
  };
}
