import type { CaptureRequest, Problem } from '../../shared/api.ts';
import type { ResultEvent, RunEvent, TruthEvent } from '../../shared/run-event.ts';
import { post, problemOf, stream } from './api.ts';
import { createStore } from './store.ts';

/** One run of this page: what was asked, without any card, and everything that was told. In memory only. */
export interface Run {
  readonly key: number;
  readonly request: CaptureRequest;
  readonly title: string;
  readonly at: Date;
  readonly events: readonly RunEvent[];
  readonly busy: 'capturing' | 'looking up' | undefined;
  readonly problem: Problem | undefined;
}

export const runs = createStore<readonly Run[]>([]);
/** The run that the capture view shows. */
export const shownRun = createStore<number | undefined>(undefined);

const CARD_SECRETS = ['card.number', 'card.cvv'];
let count = 0;

/** Captures, and fills the run as it happens. `onBegun` is called when the server has taken the order and is about to send it. Resolves to the run when it has ended. */
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

/** Lets the library settle an open run. */
export async function lookUp(run: Run): Promise<void> {
  update(run.key, { busy: 'looking up', problem: undefined });
  await follow(run.key, (onEvent) => stream('/api/lookup', { run: nameOf(run) }, 'resolution', onEvent));
}

/** Gives up waiting; the result then says what that means for the money. Only a run that has begun has a name to stop it by. */
export function stop(run: Run): void {
  // Where the server is gone, the run's own answer breaks off and says so.
  post('/api/stop', { run: nameOf(run) }).catch(() => undefined);
}

/** Whether the server took the order. From then on nothing on this side proves that nothing was sent. */
export function hasBegun({ events }: Run): boolean {
  return eventOf(events, 'checked') !== undefined;
}

/** Forgets a run that was refused before it began: what is wrong stands in the form. */
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

/** A run that breaks off before its result: what that means for the money, and how to find out. */
function withDoubt({ events }: Run, problem: Problem): Problem {
  const begun = eventOf(events, 'checked');
  const isKnown = eventOf(events, 'result') ?? eventOf(events, 'wire')?.phase === 'unsent';
  if (!begun || isKnown) return problem;
  const valueOf = (wanted: string): string | undefined => begun.values.find(({ name }) => name === wanted)?.value;
  const key = [
    ['reference', valueOf('reference')],
    ['authorization', valueOf('authorizationId')],
  ].find(([, value]) => value !== undefined);
  const how = key ? `look it up at the provider with the ${key.join(' ')}` : 'ask the provider what became of it';
  return { ...problem, message: `${problem.message} The capture may have been sent. Do not send it again: ${how}.` };
}

function update(key: number, change: Partial<Run>): void {
  runs.set((before) => before.map((run) => (run.key === key ? { ...run, ...change } : run)));
}

function nameOf({ events }: Run): string {
  return eventOf(events, 'checked')?.run ?? '';
}

function withoutCard(values: CaptureRequest['values']): CaptureRequest['values'] {
  return Object.fromEntries(Object.entries(values).filter(([name]) => !CARD_SECRETS.includes(name)));
}

/** The last event of a kind. */
export function eventOf<Kind extends RunEvent['kind']>(
  events: readonly RunEvent[],
  kind: Kind,
): Extract<RunEvent, { kind: Kind }> | undefined {
  return events.findLast((event): event is Extract<RunEvent, { kind: Kind }> => event.kind === kind);
}

export function resultOf({ events }: Run): ResultEvent | undefined {
  return eventOf(events, 'result');
}

export function truthOf({ events }: Run): TruthEvent | undefined {
  return eventOf(events, 'truth');
}
