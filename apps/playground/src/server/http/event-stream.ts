import type { Context } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { RunEvent } from '../../shared/run-event.ts';
import { maskStrings } from '../guarding/output-masking.ts';
import { problemOf } from './problems.ts';

/** Sends one event of a run to the page. */
export type Emit = (event: RunEvent) => Promise<void>;

/** Streams the events of a job as server-sent events, masked once more. A failure becomes the last event. */
export function streamEvents(
  context: Context,
  secrets: readonly string[],
  job: (emit: Emit) => Promise<void>,
): Response {
  return streamSSE(context, async (sse) => {
    const send = (event: string, data: unknown): Promise<void> =>
      sse.writeSSE({ event, data: JSON.stringify(maskStrings(data, secrets)) });
    try {
      await job((event) => send('step', event));
    } catch (error) {
      await send('problem', problemOf(error).body);
    }
  });
}
