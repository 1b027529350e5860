import { readBody } from '../../http/read-body.ts';
import type { Handler, RouteContext } from '../route-context.ts';
import { nothing } from '../schemas.ts';

/** Resets the sandbox and returns its state. */
export function reset({ sandboxApi }: RouteContext): Handler {
  return async (context) => {
    await readBody(context, nothing);
    sandboxApi.reset();
    return context.json(sandboxApi.state());
  };
}
