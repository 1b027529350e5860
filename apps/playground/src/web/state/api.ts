import type { Problem } from '../../shared/api.ts';
import type { RunEvent } from '../../shared/run-event.ts';
import { session, sessionProblem } from './session.ts';
import { readEvents } from './sse.ts';

/** A request that the server refused, or did not respond to. */
export class Refusal extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.message);
    this.problem = problem;
  }
}

/** Posts to the server of this page. Rejects with a {@link Refusal}. */
export async function post<Result>(path: string, body: object = {}): Promise<Result> {
  const response = await send(path, body);
  return (await response.json().catch(gone)) as Result;
}

/**
 * Posts a request whose response is a stream of events. One that ends before the `last` kind is a {@link Refusal} too.
 */
export async function stream(
  path: string,
  body: object,
  last: RunEvent['kind'],
  onEvent: (event: RunEvent) => void,
): Promise<void> {
  const response = await send(path, body);
  if (!response.body) return gone();
  const events = readEvents(response.body);
  let isComplete = false;
  for (;;) {
    const next = await events.next().catch(gone);
    if (next.done) break;
    const { event, data } = next.value;
    if (event === 'problem') throw new Refusal(JSON.parse(data) as Problem);
    const step = JSON.parse(data) as RunEvent;
    isComplete ||= step.kind === last;
    onEvent(step);
  }
  if (!isComplete) gone();
}

async function send(path: string, body: object): Promise<Response> {
  const response = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-capture-session': session.get().token },
    body: JSON.stringify(body),
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
  }).catch(gone);
  if (response.ok) return response;
  const problem = (await response.json().catch(gone)) as Problem;
  if (problem.code === 'no_session') sessionProblem.set(problem);
  throw new Refusal(problem);
}

/** The process has stopped, or its response was cut off. */
function gone(): never {
  throw new Refusal({
    code: 'gone',
    message: 'The playground does not respond. Is it still running in the terminal?',
  });
}

/** The problem behind any error. */
export function problemOf(error: unknown): Problem {
  if (error instanceof Refusal) return error.problem;
  return { code: 'page', message: 'The page failed. Please report what you did.' };
}
