import type {
  CaptureResult,
  PendingResult,
  PreparedRequest,
  UnknownResult,
  WireRequest,
  WireResponse,
} from '@capture/core';
import type { FaultName, Sandbox } from '@capture/sandbox';
import type { Client, Provider } from '../../providers/index.ts';
import type { TargetName } from '../../shared/api.ts';
import type { RunEvent, WireEvent } from '../../shared/run-event.ts';
import type { Targets } from '../targets.ts';
import { answerEvent } from './response-event.ts';
import { fieldsOf, flatten, partsOf } from '../signatures/signature-parts.ts';
import { resultLines } from './result-lines.ts';
import { watchTruth } from './truth.ts';

/** What is captured, where, and with which fault. */
export interface CaptureWish {
  readonly run: string;
  readonly provider: Provider;
  readonly request: Readonly<Record<string, unknown>>;
  readonly target: TargetName;
  readonly fault: FaultName | undefined;
  readonly signal: AbortSignal;
}

/** How a run ended: with a result that a look-up could settle, or not. */
export type OpenResult = PendingResult | UnknownResult;

/**
 * One capture with everything that can be seen of it from outside, told step by step. Throws `InvalidRequestError` before anything is sent.
 */
export async function runCapture(
  { sandbox, targets }: { readonly sandbox: Sandbox; readonly targets: Targets },
  wish: CaptureWish,
  tell: (event: RunEvent) => Promise<void>,
): Promise<OpenResult | undefined> {
  const { provider, target, fault } = wish;
  let response: { answer: WireResponse; milliseconds: number } | undefined;
  let sent: WireRequest | undefined;
  const hooks = {
    onRequest: (event: { request: WireRequest }) => (sent = event.request),
    onResponse: (event: { response: WireResponse; milliseconds: number }) =>
      (response = { answer: event.response, milliseconds: event.milliseconds }),
  };
  const client = targets[target](provider, { fault, hooks });
  if (!client) throw new Error('no such account');

  const request: Record<string, unknown> = { ...wish.request };
  const prepared = client.prepare(request as never);
  // A reference that the library makes up is made once, so that what is shown is what is sent.
  const generatedReference = request['reference'] === undefined && prepared.reference !== undefined;
  if (generatedReference) request['reference'] = prepared.reference;
  await tellPrepared(client, client.prepare(request as never), { wish, request, generatedReference }, tell);

  const watch = target === 'sandbox' ? watchTruth(sandbox, provider.id) : undefined;
  try {
    const deadline = target === 'sandbox' ? targets.sandboxTimeout : 30_000;
    const started = performance.now();
    const capturing = client.capture(request as never, { signal: wish.signal });
    if (sent) await tell(requestEvent(sent));
    await tell({ kind: 'wire', phase: 'waiting', milliseconds: 0, deadline });
    const result = await capturing;

    const milliseconds = response?.milliseconds ?? performance.now() - started;
    await tell({ kind: 'wire', phase: phaseOf(result), milliseconds: Math.round(milliseconds), deadline });
    if (response) await tell(answerEvent(response.answer, result));
    await tell(resultLines(result));
    if (watch) await tell(watch.judge(result));
    return result.status === 'unknown' || result.status === 'pending' ? result : undefined;
  } finally {
    watch?.stop();
  }
}

async function tellPrepared(
  { capabilities }: Client,
  { headers, body, signature }: PreparedRequest,
  checked: { wish: CaptureWish; request: Record<string, unknown>; generatedReference: boolean },
  tell: (event: RunEvent) => Promise<void>,
): Promise<void> {
  const { wish, generatedReference } = checked;
  const { card, ...plain } = checked.request;
  const hidden = card === undefined ? {} : { card: { ...card, number: '[secret]', cvv: '[secret]' } };
  const values = flatten({ ...plain, ...hidden });
  await tell({ kind: 'checked', run: wish.run, values, generatedReference });
  const contentType = headers['content-type'] ?? '';
  const encoding = contentType.includes('form') ? 'form' : 'JSON';
  await tell({ kind: 'fields', encoding, values: fieldsOf(body, contentType) });
  const digest = wish.target === 'sandbox' ? 'shown' : 'hidden';
  const { authentication } = capabilities;
  await tell({ kind: 'signature', authentication, ...(signature && { signature: partsOf(signature, digest) }) });
}

function requestEvent({ method, url, headers, body }: WireRequest): RunEvent {
  const lines = Object.entries(headers).map(([name, value]) => ({ name, value }));
  return { kind: 'request', method, url, headers: lines, ...(body !== undefined && { body }) };
}

/** How far the request got, as far as the result says. */
function phaseOf(result: CaptureResult): WireEvent['phase'] {
  if (result.status === 'unsent') return 'unsent';
  if (result.status !== 'unknown') return 'answered';
  return result.stage === 'in-doubt' || result.stage === 'unreadable' ? result.stage : 'answered';
}
