import { streamEvents } from '../http/event-stream.ts';
import { readBody } from '../http/read-body.ts';
import { refuse } from '../http/refuse.ts';
import { lookUpOutcome } from '../run/lookup-outcome.ts';
import type { Handler, RouteContext } from './route-context.ts';
import { runName } from './schemas.ts';

/** Looks up the outcome of an open run and streams each lookup. */
export function lookUp({ sandbox, targets, registry }: RouteContext): Handler {
  return async (context) => {
    const { run } = await readBody(context, runName);
    const open = registry.find(run);
    const client = open && targets[open.target](open.provider);
    if (!open || !client)
      return refuse(context, 404, 'no_open_run', 'The outcome of this run is final, or the run is no longer kept.');
    const { signal } = context.req.raw;
    return streamEvents(context, targets.liveSecrets, (emit) => lookUpOutcome({ sandbox, client, signal }, open, emit));
  };
}
