import { readBody } from '../../http/read-body.ts';
import type { Handler, RouteContext } from '../route-context.ts';
import { nothing } from '../schemas.ts';

/** Returns the state of the sandbox. */
export function state({ sandboxApi }: RouteContext): Handler {
  return async (context) => {
    await readBody(context, nothing);
    return context.json(sandboxApi.state());
  };
}
