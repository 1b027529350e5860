import type { Problem, RunEvent } from '../../shared/api.ts';
import { readEvents } from './sse.ts';
import { session } from './session.ts';

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
  return (await response.json()) as Answer;
}

/** The same for what is answered step by step. */
export async function stream(path: string, body: object, told: (event: RunEvent) => void): Promise<void> {
  const response = await send(path, body);
  if (!response.body) throw new Refusal({ code: 'no_answer', message: 'The server answered nothing.' });
  for await (const { event, data } of readEvents(response.body)) {
    if (event === 'problem') throw new Refusal(JSON.parse(data) as Problem);
    told(JSON.parse(data) as RunEvent);
  }
}

async function send(path: string, body: object): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-capture-session': session.get() },
      body: JSON.stringify(body),
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
    });
  } catch {
    throw new Refusal({
      code: 'gone',
      message: 'The playground’s process does not answer. Is it still running in the terminal?',
    });
  }
  if (response.ok) return response;
  throw new Refusal((await response.json()) as Problem);
}

/** The words of anything that went wrong. */
export function problemOf(error: unknown): Problem {
  if (error instanceof Refusal) return error.problem;
  return { code: 'page', message: 'This page failed. Please report what you did.' };
}
