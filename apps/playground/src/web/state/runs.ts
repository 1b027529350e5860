import type { CaptureRequest, Problem } from '../../shared/api.ts';
import type { ResultEvent, RunEvent, TruthEvent } from '../../shared/run-event.ts';
import { post, problemOf, stream } from './api.ts';
import { createStore } from './store.ts';

/** One run of this page: its request, without any card data, and its events. In memory only. */
export interface Run {
  readonly key: number;
  readonly request: CaptureRequest;
  readonly title: string;
  readonly at: Date;
  readonly events: readonly RunEvent[];
  readonly busy: 'capturing' | 'looking up' | undefined;
  readonly problem: Problem | undefined;
}

/** The runs of this page, newest first. */
export const runs = createStore<readonly Run[]>([]);
/** The key of the run that the capture view shows. */
export const shownRun = createStore<number | undefined>(undefined);

const CARD_SECRETS = ['card.number', 'card.cvv'];
let count = 0;

/**
 * Sends a capture and adds its events to a run as they arrive. `onBegun` is called when the server has accepted the
 * request and is about to send it. Resolves to the run when it has ended.
 */
export async function capture(request: CaptureRequest, title: string, onBegun?: () => void): Promise<Run> {
  count += 1;
  const key = count;
  const kept = { ...request, values: withoutCard(request.values) };
  const run: Run = { key, request: kept, title, at: new Date(), events: [], busy: 'capturing', problem: undefined };
  runs.set((before) => [run, ...before]);
  await follow(key, (onEvent) =>
    stream('/api/capture', request, 'result', (event) => {
      if (event.kind === 'checked') onBegun?.();
      onEvent(event);
    }),
  );
  return runs.get().find((one) => one.key === key) ?? run;
}

/** Looks up the outcome of an open run. */
export async function lookUp(run: Run): Promise<void> {
  update(run.key, { busy: 'looking up', problem: undefined });
  await follow(run.key, (onEvent) => stream('/api/lookup', { run: idOf(run) }, 'resolution', onEvent));
}

/**
 * Aborts a capture; its result then says what that means for the money. Only a run that has begun has an id to abort.
 */
export function stop(run: Run): void {
  // If the server has stopped, the stream of the run is cut off and reports it.
  post('/api/stop', { run: idOf(run) }).catch(() => undefined);
}

/** True once the server has accepted the request. From then on the page cannot prove that nothing was sent. */
export function hasBegun({ events }: Run): boolean {
  return eventOf(events, 'checked') !== undefined;
}

/** Removes a run that was refused before it began: the form shows the reason. */
export function forget(key: number): void {
  runs.set((before) => before.filter((run) => run.key !== key));
}

async function follow(key: number, job: (onEvent: (event: RunEvent) => void) => Promise<void>): Promise<void> {
  try {
    await job((event) => {
      runs.set((before) => before.map((run) => (run.key === key ? { ...run, events: [...run.events, event] } : run)));
    });
    update(key, { busy: undefined });
  } catch (error) {
    const problem = problemOf(error);
    runs.set((before) =>
      before.map((run) => (run.key === key ? { ...run, busy: undefined, problem: withDoubt(run, problem) } : run)),
    );
  }
}

/** Adds to the problem of a run without a result what that means for the money, and how to find out. */
function withDoubt({ events }: Run, problem: Problem): Problem {
  const begun = eventOf(events, 'checked');
  const isDecided = eventOf(events, 'result') ?? eventOf(events, 'wire')?.phase === 'unsent';
  if (!begun || isDecided) return problem;
  const valueOf = (wanted: string): string | undefined => begun.values.find(({ name }) => name === wanted)?.value;
  const key = [
    ['reference', valueOf('reference')],
    ['authorization', valueOf('authorizationId')],
  ].find(([, value]) => value !== undefined);
  const how = key ? `look it up at the provider with the ${key.join(' ')}` : 'ask the provider for the outcome';
  return { ...problem, message: `${problem.message} The capture may have been sent. Do not send it again: ${how}.` };
}

function update(key: number, change: Partial<Run>): void {
  runs.set((before) => before.map((run) => (run.key === key ? { ...run, ...change } : run)));
}

function idOf({ events }: Run): string {
  return eventOf(events, 'checked')?.run ?? '';
}

function withoutCard(values: CaptureRequest['values']): CaptureRequest['values'] {
  return Object.fromEntries(Object.entries(values).filter(([name]) => !CARD_SECRETS.includes(name)));
}

/** The last event of a kind, if there is one. */
export function eventOf<Kind extends RunEvent['kind']>(
  events: readonly RunEvent[],
  kind: Kind,
): Extract<RunEvent, { kind: Kind }> | undefined {
  return events.findLast((event): event is Extract<RunEvent, { kind: Kind }> => event.kind === kind);
}

/** The result of a run, once it is there. */
export function resultOf({ events }: Run): ResultEvent | undefined {
  return eventOf(events, 'result');
}

/** The comparison of a run with the sandbox, once it is there. */
export function truthOf({ events }: Run): TruthEvent | undefined {
  return eventOf(events, 'truth');
}
