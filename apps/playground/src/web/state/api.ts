import type { Problem } from '../../shared/api.ts';
import type { RunEvent } from '../../shared/run-event.ts';
import { session, sessionProblem } from './session.ts';
import { readEvents } from './sse.ts';

/** What the server refused, in its words. */
export class Refusal extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.message);
    this.problem = problem;
  }
}

/** Asks the server of this page. Rejects with a {@link Refusal}. */
export async function post<Answer>(path: string, body: object = {}): Promise<Answer> {
  const response = await send(path, body);
  return (await response.json().catch(gone)) as Answer;
}

/** The same for what is answered step by step. What breaks off before the `last` step is a {@link Refusal} too. */
export async function stream(
  path: string,
  body: object,
  last: RunEvent['kind'],
  onEvent: (event: RunEvent) => void,
): Promise<void> {
  const response = await send(path, body);
  if (!response.body) return gone();
  const events = readEvents(response.body);
  let isWhole = false;
  for (;;) {
    const next = await events.next().catch(gone);
    if (next.done) break;
    const { event, data } = next.value;
    if (event === 'problem') throw new Refusal(JSON.parse(data) as Problem);
    const step = JSON.parse(data) as RunEvent;
    isWhole ||= step.kind === last;
    onEvent(step);
  }
  if (!isWhole) gone();
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

/** The process ended, or its answer broke off. */
function gone(): never {
  throw new Refusal({
    code: 'gone',
    message: 'The playground’s process does not answer. Is it still running in the terminal?',
  });
}

/** The words of anything that went wrong. */
export function problemOf(error: unknown): Problem {
  if (error instanceof Refusal) return error.problem;
  return { code: 'page', message: 'This page failed. Please report what you did.' };
}
