import { requireProvider } from '../../../providers/index.ts';
import { readBody } from '../../http/read-body.ts';
import { deliverAndVerify } from '../../sandbox/webhook-receiver.ts';
import type { Handler, RouteContext } from '../route-context.ts';
import { delivery } from '../schemas.ts';

/** Delivers a notification of the sandbox to a receiver that verifies it, and returns the new state. */
export function deliver({ sandbox, sandboxApi, targets }: RouteContext): Handler {
  return async (context) => {
    const { notification, mode } = await readBody(context, delivery);
    const found = sandbox.notifications.list().find(({ id }) => id === notification);
    if (found) {
      const client = targets.sandbox(requireProvider(found.provider));
      sandboxApi.recordDeliveries(found.id, await deliverAndVerify(sandbox, client, found.id, mode));
    }
    return context.json(sandboxApi.state());
  };
}
