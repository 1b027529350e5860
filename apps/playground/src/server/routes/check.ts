import { requireProvider } from '../../providers/index.ts';
import { checkForm } from '../form/check-form.ts';
import { testCardIssues } from '../form/test-card.ts';
import { readBody } from '../http/read-body.ts';
import { refuse } from '../http/refuse.ts';
import type { Handler, RouteContext } from './route-context.ts';
import { checkRequest } from './schemas.ts';

/** Checks a form without sending anything. */
export function check({ targets }: RouteContext): Handler {
  return async (context) => {
    const { provider: id, values, target } = await readBody(context, checkRequest);
    const provider = requireProvider(id);
    const client = targets[target](provider);
    if (!client) return refuse(context, 400, 'no_account', 'There are no credentials for this provider.');
    checkForm(client, provider, values);
    return context.json({ issues: testCardIssues(values, target) });
  };
}
