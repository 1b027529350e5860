import type {
  CaptureOptions,
  CaptureResult,
  PendingResult,
  UnknownResult,
  WireRequest,
  WireResponse,
} from '@capture/core';
import type { FaultName, Sandbox, TrueCapture } from '@capture/sandbox';
import type { Provider } from '../../providers/index.ts';
import type { TargetName } from '../../shared/api.ts';
import type { WireEvent } from '../../shared/run-event.ts';
import type { Emit } from '../http/event-stream.ts';
import type { Targets } from '../targets.ts';
import { checkedEvent, fieldsEvent, requestEvent, signatureEvent } from './prepared-events.ts';
import { responseEvent } from './response-event.ts';
import { resultEvent } from './result-event.ts';
import { watchTruth } from './truth.ts';

/** One capture: the request, its target and its fault. */
export interface RunRequest {
  readonly id: string;
  readonly provider: Provider;
  readonly request: Readonly<Record<string, unknown>>;
  readonly target: TargetName;
  readonly fault: FaultName | undefined;
  readonly signal: AbortSignal;
}

/** A run that a lookup may still decide, and the captures that it added to the sandbox. */
export interface OpenCapture {
  readonly result: OpenResult;
  readonly captures: readonly TrueCapture[];
}

/** A result that a lookup may still decide. */
export type OpenResult = PendingResult | UnknownResult;

/** Milliseconds that a live client waits for a response. */
const LIVE_TIMEOUT = 30_000;

/**
 * Sends one capture and emits everything that can be observed of it, step by step. Throws `InvalidRequestError` before
 * anything is sent. Resolves to the run if its outcome is not final.
 */
export async function runCapture(
  { sandbox, targets }: { readonly sandbox: Sandbox; readonly targets: Targets },
  { id, provider, target, fault, signal, ...input }: RunRequest,
  emit: Emit,
): Promise<OpenCapture | undefined> {
  let response: { wire: WireResponse; milliseconds: number } | undefined;
  let sent: WireRequest | undefined;
  const hooks = {
    onRequest: (event: { request: WireRequest }) => (sent = event.request),
    onResponse: (event: { response: WireResponse; milliseconds: number }) =>
      (response = { wire: event.response, milliseconds: event.milliseconds }),
  };
  const client = targets[target](provider, { fault, hooks });
  if (!client) throw new Error('no such account');

  const request: Record<string, unknown> = { ...input.request };
  const prepared = client.prepare(request as never);
  const isReferenceGenerated = request['reference'] === undefined && prepared.reference !== undefined;
  if (isReferenceGenerated) request['reference'] = prepared.reference;
  await emit(checkedEvent(id, request, isReferenceGenerated));
  await emit(fieldsEvent(prepared));
  await emit(signatureEvent(client, prepared, target === 'sandbox' ? 'shown' : 'hidden'));

  const watch = target === 'sandbox' ? watchTruth(sandbox, provider.id) : undefined;
  try {
    const deadline = target === 'sandbox' ? targets.sandboxTimeout : LIVE_TIMEOUT;
    const started = performance.now();
    const capturing = client.capture(prepared, { signal, ...knownCaptures(sandbox, provider.id, target) });
    if (sent) await emit(requestEvent(sent));
    await emit({ kind: 'wire', phase: 'waiting', milliseconds: 0, deadline });
    const result = await capturing;

    const milliseconds = response?.milliseconds ?? performance.now() - started;
    await emit({ kind: 'wire', phase: phaseOf(result), milliseconds: Math.round(milliseconds), deadline });
    if (response) await emit(responseEvent(response.wire, result));
    await emit(resultEvent(result));
    if (watch) await emit(watch.compare(result));
    const isOpen = result.status === 'unknown' || result.status === 'pending';
    return isOpen ? { result, captures: watch?.captures() ?? [] } : undefined;
  } finally {
    watch?.stop();
  }
}

/**
 * The ids of all other captures, which a shop knows from its own records: without them no lookup can tell which of
 * several captures of an authorization is this one. Of a live account nothing is known.
 */
function knownCaptures(sandbox: Sandbox, provider: Provider['id'], target: TargetName): CaptureOptions {
  if (target !== 'sandbox') return {};
  return { knownCaptureIds: sandbox.truth.captures({ provider }).map(({ captureId }) => captureId) };
}

/** The last phase that the request is known to have reached. */
function phaseOf(result: CaptureResult): WireEvent['phase'] {
  if (result.status === 'unsent') return 'unsent';
  if (result.status !== 'unknown') return 'responded';
  return result.reason === 'in-doubt' || result.reason === 'unreadable' ? result.reason : 'responded';
}
