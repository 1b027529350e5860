import type { CaptureRequest } from '../../../shared/api.ts';
import type { RunEvent } from '../../../shared/run-event.ts';
import type { Run } from '../../state/runs.ts';

const FORMAT = 'capture-playground-transcript/1';
const KINDS: readonly RunEvent['kind'][] = [
  'checked',
  'fields',
  'signature',
  'request',
  'wire',
  'response',
  'result',
  'truth',
  'lookup',
  'resolution',
];

/** Everything that the page knows of a run, as JSON. The page never keeps card data or credentials in a run. */
export function transcriptOf({ title, at, request, events }: Run): string {
  return JSON.stringify({ format: FORMAT, title, at: at.toISOString(), request, events }, null, 2);
}

export function downloadTranscript(run: Run): void {
  const address = URL.createObjectURL(new Blob([transcriptOf(run)], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = `capture-${run.request.provider}-${run.at.toISOString().replace(/[:.]/g, '-')}.json`;
  link.click();
  URL.revokeObjectURL(address);
}

/** Reads a transcript; `undefined` if it is not one. Single events are not validated: the view has to tolerate them. */
export function readTranscript(json: string): Run | undefined {
  try {
    const { format, title, at, request, events } = JSON.parse(json) as Record<string, unknown>;
    const isRun =
      format === FORMAT &&
      typeof title === 'string' &&
      isTimestamp(at) &&
      isRequest(request) &&
      Array.isArray(events) &&
      events.every((event: unknown) => KINDS.includes((event as RunEvent).kind));
    if (!isRun) return undefined;
    const read = events as readonly RunEvent[];
    return { key: -1, title, at: new Date(at), request, events: read, busy: undefined, problem: undefined };
  } catch {
    return undefined;
  }
}

/** A timestamp in the format of a transcript. */
function isTimestamp(at: unknown): at is string {
  return typeof at === 'string' && new Date(at).toISOString() === at;
}

function isRequest(request: unknown): request is CaptureRequest {
  const { provider, values, target, fault } = request as Partial<Record<keyof CaptureRequest, unknown>>;
  return (
    typeof provider === 'string' &&
    Object.values(values as object).every((value) => typeof value === 'string') &&
    (target === 'sandbox' || target === 'live') &&
    (fault === undefined || typeof fault === 'string')
  );
}
