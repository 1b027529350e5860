import { formatMajor, type Money } from '@capture/core';
import { TEST_CARDS, type Sandbox } from '@capture/sandbox';
import type { Context, Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { FormValues } from '../../shared/api.ts';
import type { RunEvent } from '../../shared/run-event.ts';
import { readBody } from '../http/read-body.ts';
import { requireProvider } from './sandbox.ts';
import { checkForm } from '../form.ts';
import { refuse } from '../guarding/guard.ts';
import { createCaptureLimiter } from '../guarding/limits.ts';
import { createRunRegistry, type OpenRun } from '../run/run-registry.ts';
import { runCapture } from '../run/capture.ts';
import { runSettle } from '../run/settle.ts';
import { captureRequest, checkRequest, runName } from './schemas.ts';
import { maskStrings } from '../guarding/output-masking.ts';
import type { Targets } from '../targets.ts';
import { problemOf } from '../http/problems.ts';

/** Captures, and what leads an open one back to certainty. Each answers with server-sent events. */
export function runRoutes(
  app: Hono,
  { sandbox, targets }: { readonly sandbox: Sandbox; readonly targets: Targets },
): void {
  const turnstile = createCaptureLimiter();
  const book = createRunRegistry();

  /** Streams what a job tells, masked once more. Its failures become a last event, in safe words. */
  const stream = (
    context: Context,
    secrets: readonly string[],
    job: (tell: (event: RunEvent) => Promise<void>) => Promise<void>,
  ) =>
    streamSSE(context, async (sse) => {
      const send = (event: string, data: unknown): Promise<void> =>
        sse.writeSSE({ event, data: JSON.stringify(maskStrings(data, [...secrets, ...targets.liveSecrets])) });
      try {
        await job((event) => send('step', event));
      } catch (error) {
        await send('problem', problemOf(error).body);
      }
    });

  app.post('/api/check', async (context) => {
    const { provider: id, values, target } = await readBody(context, checkRequest);
    const provider = requireProvider(id);
    const client = targets[target](provider);
    if (!client) return refuse(context, 400, 'no_account', 'There are no credentials for this provider.');
    checkForm(client, provider, values);
    return context.json({ issues: cardIssues(values, target) });
  });

  app.post('/api/capture', async (context) => {
    const { provider: id, values, target, fault, confirm } = await readBody(context, captureRequest);
    const provider = requireProvider(id);
    const client = targets[target](provider);
    if (!client) return refuse(context, 400, 'no_account', 'There are no credentials for this provider.');
    if (target === 'live' && fault !== undefined)
      return refuse(context, 400, 'fault_at_live', 'Faults are for the sandbox.');
    const issues = cardIssues(values, target);
    if (issues.length > 0)
      return context.json(
        { code: 'invalid_request', message: 'The sandbox takes published test cards only.', issues },
        400,
      );
    const request = checkForm(client, provider, values);
    if (target === 'live' && confirm !== written(request['amount'] as Money))
      return refuse(context, 400, 'amount_not_confirmed', 'Type the amount once more to capture real money.');
    const turn = turnstile.tryStart();
    if (turn !== 'entered')
      return refuse(
        context,
        turn === 'capture_in_flight' ? 409 : 429,
        turn,
        'One capture at a time, and not too many in a minute.',
      );

    const { run, signal } = book.start();
    return stream(context, [values['card.number'] ?? ''], async (tell) => {
      try {
        const wish = { run, provider, request, target, fault, signal };
        const result = await runCapture({ sandbox, targets }, wish, tell);
        if (result) book.keepOpen(run, { provider, target, result });
      } finally {
        turnstile.finish();
        book.finish(run);
      }
    });
  });

  app.post('/api/stop', async (context) => {
    book.stop((await readBody(context, runName)).run);
    return context.json({});
  });

  app.post('/api/settle', async (context) => {
    const { run } = await readBody(context, runName);
    const open = book.find(run);
    const client = open && targets[open.target](open.provider);
    if (!open || !client) return refuse(context, 404, 'no_open_run', 'This run is not open, or too old.');
    return stream(context, [], (tell) => settleOpen(client, open, context.req.raw.signal, tell));
  });
}

function settleOpen(
  client: NonNullable<ReturnType<Targets['live']>>,
  { result, target }: OpenRun,
  signal: AbortSignal,
  tell: (event: RunEvent) => Promise<void>,
): Promise<void> {
  return runSettle(client, result, { target, signal }, tell);
}

/** A real card has no business in the sandbox. Its number is not repeated. */
function cardIssues(values: FormValues, target: 'sandbox' | 'live'): { path: string; rule: string }[] {
  const number = values['card.number'];
  if (target === 'live' || number === undefined || TEST_CARDS.includes(number)) return [];
  return [{ path: 'card.number', rule: 'must be a published test card number: the sandbox takes no other' }];
}

function written(amount: Money): string {
  return `${formatMajor(amount)} ${amount.currency}`;
}
