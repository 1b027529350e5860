import { requireProvider } from '../../../providers/index.ts';
import { readBody } from '../../http/read-body.ts';
import type { Handler, RouteContext } from '../route-context.ts';
import { newAuthorization } from '../schemas.ts';

/** Creates an authorization in the sandbox and returns its id with the new state. */
export function authorize({ sandboxApi }: RouteContext): Handler {
  return async (context) => {
    const { provider, amount, currency, reference } = await readBody(context, newAuthorization);
    const created = sandboxApi.authorize(requireProvider(provider), amount, currency, reference);
    return context.json({ created, ...sandboxApi.state() });
  };
}
