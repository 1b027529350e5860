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
import { responseEvent } from './response-event.ts';
import { fieldsOf, flatten, partsOf } from '../signatures/signature-parts.ts';
import { resultEvent } from './result-event.ts';
import { watchTruth } from './truth.ts';

/** What is captured, where, and with which fault. */
export interface RunRequest {
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
  run: RunRequest,
  emit: (event: RunEvent) => Promise<void>,
): Promise<OpenResult | undefined> {
  const { provider, target, fault } = run;
  let response: { answer: WireResponse; milliseconds: number } | undefined;
  let sent: WireRequest | undefined;
  const hooks = {
    onRequest: (event: { request: WireRequest }) => (sent = event.request),
    onResponse: (event: { response: WireResponse; milliseconds: number }) =>
      (response = { answer: event.response, milliseconds: event.milliseconds }),
  };
  const client = targets[target](provider, { fault, hooks });
  if (!client) throw new Error('no such account');

  const request: Record<string, unknown> = { ...run.request };
  const prepared = client.prepare(request as never);
  // A reference that the library makes up is made once, so that what is shown is what is sent.
  const generatedReference = request['reference'] === undefined && prepared.reference !== undefined;
  if (generatedReference) request['reference'] = prepared.reference;
  await emitPrepared(client, client.prepare(request as never), { run, request, generatedReference }, emit);

  const watch = target === 'sandbox' ? watchTruth(sandbox, provider.id) : undefined;
  try {
    const deadline = target === 'sandbox' ? targets.sandboxTimeout : 30_000;
    const started = performance.now();
    const capturing = client.capture(request as never, { signal: run.signal });
    if (sent) await emit(requestEvent(sent));
    await emit({ kind: 'wire', phase: 'waiting', milliseconds: 0, deadline });
    const result = await capturing;

    const milliseconds = response?.milliseconds ?? performance.now() - started;
    await emit({ kind: 'wire', phase: phaseOf(result), milliseconds: Math.round(milliseconds), deadline });
    if (response) await emit(responseEvent(response.answer, result));
    await emit(resultEvent(result));
    if (watch) await emit(watch.judge(result));
    return result.status === 'unknown' || result.status === 'pending' ? result : undefined;
  } finally {
    watch?.stop();
  }
}

async function emitPrepared(
  { capabilities }: Client,
  { headers, body, signature }: PreparedRequest,
  checked: { run: RunRequest; request: Record<string, unknown>; generatedReference: boolean },
  emit: (event: RunEvent) => Promise<void>,
): Promise<void> {
  const { run, generatedReference } = checked;
  const { card, ...plain } = checked.request;
  const hidden = card === undefined ? {} : { card: { ...card, number: '[secret]', cvv: '[secret]' } };
  const values = flatten({ ...plain, ...hidden });
  await emit({ kind: 'checked', run: run.run, values, generatedReference });
  const contentType = headers['content-type'] ?? '';
  const encoding = contentType.includes('form') ? 'form' : 'JSON';
  await emit({ kind: 'fields', encoding, values: fieldsOf(body, contentType) });
  const digest = run.target === 'sandbox' ? 'shown' : 'hidden';
  const { authentication } = capabilities;
  await emit({ kind: 'signature', authentication, ...(signature && { signature: partsOf(signature, digest) }) });
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
