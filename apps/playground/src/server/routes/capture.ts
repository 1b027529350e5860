import type { Money } from '@capture/core';
import { requireProvider } from '../../providers/index.ts';
import { formatAmount } from '../../shared/format-amount.ts';
import { checkForm } from '../form/check-form.ts';
import { testCardIssues } from '../form/test-card.ts';
import { streamEvents } from '../http/event-stream.ts';
import { readBody } from '../http/read-body.ts';
import { refuse } from '../http/refuse.ts';
import { runCapture } from '../run/capture.ts';
import type { Handler, RouteContext } from './route-context.ts';
import { captureRequest } from './schemas.ts';

/** Sends one capture and streams its events. */
export function capture({ sandbox, targets, limiter, registry }: RouteContext): Handler {
  return async (context) => {
    const { provider: id, values, target, fault, confirm } = await readBody(context, captureRequest);
    const provider = requireProvider(id);
    const client = targets[target](provider);
    if (!client) return refuse(context, 400, 'no_account', 'There are no credentials for this provider.');
    if (target === 'live' && fault !== undefined)
      return refuse(context, 400, 'fault_at_live', 'Faults are for the sandbox only.');
    const issues = testCardIssues(values, target);
    if (issues.length > 0) {
      const message = 'The sandbox accepts published test cards only.';
      return context.json({ code: 'invalid_request', message, issues }, 400);
    }
    const request = checkForm(client, provider, values);
    if (target === 'live' && confirm !== formatAmount(request['amount'] as Money))
      return refuse(context, 400, 'amount_not_confirmed', 'Type the amount once more to capture real money.');
    const refusal = limiter.start();
    if (refusal) return refuse(context, refusal.status, refusal.code, refusal.message);

    const { run, signal } = registry.start();
    const secrets = [values['card.number'] ?? '', ...targets.liveSecrets];
    return streamEvents(context, secrets, async (emit) => {
      try {
        const runRequest = { id: run, provider, request, target, fault, signal };
        const open = await runCapture({ sandbox, targets }, runRequest, emit);
        if (open) registry.keepOpen(run, { provider, target, ...open });
      } finally {
        limiter.finish();
        registry.finish(run);
      }
    });
  };
}
