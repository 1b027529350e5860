import { readBody } from '../http/read-body.ts';
import type { Handler, RouteContext } from './route-context.ts';
import { runName } from './schemas.ts';

/** Aborts the capture of a run. Its result then says what that means for the money. */
export function stop({ registry }: RouteContext): Handler {
  return async (context) => {
    const { run } = await readBody(context, runName);
    registry.stop(run);
    return context.json({});
  };
}
