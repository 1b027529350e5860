import { CaptureError, type CaptureResult, type WireRequest, type WireResponse } from '@capture/core';
import { withAmount, receivedRequest } from '../support/received-request.ts';
import { toWireResponse } from '../support/sample-responses.ts';
import { secretFieldsOf, type Canary } from '../support/canaries.ts';
import { clientOf } from '../support/client.ts';
import { respondingTransport } from '../support/responding-transport.ts';
import { valueAt } from '../support/paths.ts';
import type { AnySubject, ReceivedRequest } from '../subject.ts';
import { isGenuineSuccess } from './genuine.ts';
import { mutate, type Pool } from './mutations.ts';
import { randomFrom } from './random.ts';

/** What {@link fuzzResponses} saw. */
export interface FuzzReport {
  readonly seed: number;
  readonly runs: number;
  /** How often each status came out. */
  readonly statuses: Readonly<Record<string, number>>;
  /** The answer that took longest to judge, by the best of several times where it seemed slow. */
  readonly slowest: { readonly run: number; readonly milliseconds: number; readonly length: number };
}

/**
 * Feeds mutated answers to a client, as many as `runs`, and holds each result against what the answer really says. Throws at the first wrong one, with the run and the answer:
 * the same seed finds it again. Wrong is: to throw, a status outside the union or `unsent`, `captured` for an answer that does not clearly say so, another amount or id than
 * the answer's, a secret of the request in the result.
 */
export async function fuzzResponses(
  subject: AnySubject,
  { seed = 1, runs = 20_000 }: { readonly seed?: number; readonly runs?: number } = {},
): Promise<FuzzReport> {
  const random = randomFrom(seed);
  const statuses: Record<string, number> = {};
  let slowest = { run: -1, milliseconds: 0, length: 0 };
  let answer: WireResponse = { status: 0, headers: {}, body: '' };
  const client = clientOf(subject, { transport: { send: () => Promise.resolve(answer) } });
  const asked = receivedRequest(subject, subject.request, await sampleWireRequest(subject));
  const pool = poolOf(subject, asked);
  const genuine: unknown = subject.responses.captured(asked).body;
  const secrets = secretFieldsOf(subject);
  for (let run = 0; run < runs; run += 1) {
    answer = mutate(pool, random);
    const judged = await timed(() => client.capture(subject.request));
    const { result } = judged;
    let { milliseconds } = judged;
    for (let again = 0; again < REPEATS && milliseconds > SUSPICIOUS_MS; again += 1)
      milliseconds = Math.min(milliseconds, (await timed(() => client.capture(subject.request))).milliseconds);
    if (milliseconds > slowest.milliseconds) slowest = { run, milliseconds, length: answer.body.length };
    const wrong = 'threw' in result ? 'it threw' : faultIn(subject, result, answer, genuine, secrets);
    if (wrong !== undefined)
      throw new Error(`${wrong} (seed ${seed}, run ${run}, HTTP ${answer.status}: ${answer.body})`);
    if ('status' in result) statuses[result.status] = (statuses[result.status] ?? 0) + 1;
  }
  return { seed, runs, statuses, slowest };
}

/** An answer that seems slow is judged again, because a busy machine makes anything slow: the best time counts. */
const SUSPICIOUS_MS = 5;
const REPEATS = 4;

async function timed(capture: () => Promise<CaptureResult>) {
  const started = performance.now();
  const result = await capture().catch((error: unknown) => ({ threw: error }));
  return { result, milliseconds: performance.now() - started };
}

async function sampleWireRequest(subject: AnySubject): Promise<WireRequest> {
  const transport = respondingTransport(() => ({ status: 500, headers: {}, body: '' }));
  await clientOf(subject, { transport }).capture(subject.request);
  const [wire] = transport.sent;
  if (!wire) throw new Error('the sample request was not sent');
  return wire;
}

/** Every documented answer to this capture, and successes of others. */
function poolOf({ responses }: AnySubject, asked: ReceivedRequest): Pool {
  const { minor, currency } = asked.amount;
  const others = [
    withAmount(asked, { minor: minor * 100, currency }),
    withAmount(asked, { minor: minor + 1, currency }),
    { ...asked, reference: 'another-1', authorizationId: 'another-1' },
  ];
  const named = [...responses.declined, ...responses.unknown, ...responses.contradictions];
  // Half of the pool, because a success can be misread in more ways than a refusal.
  const success = named.map(() => responses.captured).concat(responses.pending ?? []);
  return [
    ...success.map((answer) => answer(asked)),
    ...named.map(({ response }) => response(asked)),
    ...others.map((other) => responses.captured(other)),
  ].map((answer) => ({ status: toWireResponse(answer).status, body: answer.body }));
}

function faultIn(
  subject: AnySubject,
  result: CaptureResult,
  answer: WireResponse,
  genuine: unknown,
  secrets: readonly Canary[],
): string | undefined {
  const { status } = result;
  if (!['captured', 'pending', 'declined', 'unknown'].includes(status)) return `the status was ${status}`;
  if (JSON.stringify(result.amount) !== JSON.stringify(subject.request.amount))
    return 'the amount was not the one that was asked';
  if ((status === 'declined' || status === 'unknown') && !CaptureError.is(result.error)) return 'there was no error';
  const shown = JSON.stringify(result);
  if (secrets.some(({ value }) => value.length >= 6 && shown.includes(value))) return 'the result showed a secret';
  if (status !== 'captured') return undefined;
  if (!isGenuineSuccess(answer, genuine, subject.responses)) return 'captured, though the answer does not say so';
  const id = valueAt(JSON.parse(answer.body.replace(/^\ufeff/, '')), subject.responses.captureId);
  return result.captureId === id ? undefined : 'the id was not the one of the answer';
}
