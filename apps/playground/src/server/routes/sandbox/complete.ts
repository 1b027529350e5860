import { requireProvider } from '../../../providers/index.ts';
import { readBody } from '../../http/read-body.ts';
import type { Handler, RouteContext } from '../route-context.ts';
import { completion } from '../schemas.ts';

/** Completes or declines a pending capture in the sandbox and returns the new state. */
export function complete({ sandboxApi }: RouteContext): Handler {
  return async (context) => {
    const { provider, captureId, state } = await readBody(context, completion);
    sandboxApi.complete(requireProvider(provider), captureId, state);
    return context.json(sandboxApi.state());
  };
}
