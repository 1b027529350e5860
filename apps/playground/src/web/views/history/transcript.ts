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

/** What stands on the page about a run, as text. Card and credentials never reached this page's memory of it. */
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

/** Reads a transcript back; `undefined` if it is none. What it says of single events is not checked here: the view that shows them has to bear it. */
export function readTranscript(text: string): Run | undefined {
  try {
    const { format, title, at, request, events } = JSON.parse(text) as Record<string, unknown>;
    const isRun =
      format === FORMAT &&
      typeof title === 'string' &&
      isTime(at) &&
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

/** A time as a transcript has it. */
function isTime(at: unknown): at is string {
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
