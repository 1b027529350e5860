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

/** The outcome of {@link fuzzResponses}. */
export interface FuzzReport {
  readonly seed: number;
  readonly runs: number;
  /** The number of results by status. */
  readonly statuses: Readonly<Record<string, number>>;
  /** The response that took longest to evaluate; where it seemed slow, the best of several measurements. */
  readonly slowest: { readonly run: number; readonly milliseconds: number; readonly length: number };
}

/**
 * Feeds mutated responses to a client and checks each result against the content of its response. Throws at the first
 * wrong result, with the run and the response: the same seed finds it again. A result is wrong if the client throws, if
 * the status is `unsent` or unknown to the union, if it is `captured` without a clear success, if the amount is not the
 * requested one, if the capture id is not that of the response, or if it contains a secret of the request.
 */
export async function fuzzResponses(
  subject: AnySubject,
  { seed = 1, runs = 20_000 }: { readonly seed?: number; readonly runs?: number } = {},
): Promise<FuzzReport> {
  const random = randomFrom(seed);
  const statuses: Record<string, number> = {};
  let slowest = { run: -1, milliseconds: 0, length: 0 };
  let response: WireResponse = { status: 0, headers: {}, body: '' };
  const client = clientOf(subject, { transport: { send: () => Promise.resolve(response) } });
  const received = receivedRequest(subject, subject.request, await sampleWireRequest(subject));
  const pool = poolOf(subject, received);
  const genuine: unknown = subject.responses.captured(received).body;
  const secrets = secretFieldsOf(subject);
  for (let run = 0; run < runs; run += 1) {
    response = mutate(pool, random);
    const measured = await timed(() => client.capture(subject.request));
    const { result } = measured;
    let { milliseconds } = measured;
    for (let again = 0; again < REPEATS && milliseconds > SUSPICIOUS_MS; again += 1)
      milliseconds = Math.min(milliseconds, (await timed(() => client.capture(subject.request))).milliseconds);
    if (milliseconds > slowest.milliseconds) slowest = { run, milliseconds, length: response.body.length };
    const fault = 'threw' in result ? 'the client threw' : faultIn(subject, result, response, genuine, secrets);
    if (fault !== undefined)
      throw new Error(`${fault} (seed ${seed}, run ${run}, HTTP ${response.status}: ${response.body})`);
    if ('status' in result) statuses[result.status] = (statuses[result.status] ?? 0) + 1;
  }
  return { seed, runs, statuses, slowest };
}

/**
 * A response that seems slow is measured again, because on a busy machine anything can be slow: the best time counts.
 */
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

/** Every documented response to this capture, and successes of others. */
function poolOf({ responses }: AnySubject, received: ReceivedRequest): Pool {
  const { minor, currency } = received.amount;
  const others = [
    withAmount(received, { minor: minor * 100, currency }),
    withAmount(received, { minor: minor + 1, currency }),
    { ...received, reference: 'another-1', authorizationId: 'another-1' },
  ];
  const named = [...responses.declined, ...responses.unknown, ...responses.contradictions];
  // Half of the pool, because a success can be misread in more ways than a refusal.
  const success = named.map(() => responses.captured).concat(responses.pending ?? []);
  return [
    ...success.map((response) => response(received)),
    ...named.map(({ response }) => response(received)),
    ...others.map((other) => responses.captured(other)),
  ].map((response) => ({ status: toWireResponse(response).status, body: response.body }));
}

function faultIn(
  subject: AnySubject,
  result: CaptureResult,
  response: WireResponse,
  genuine: unknown,
  secrets: readonly Canary[],
): string | undefined {
  const { status } = result;
  if (!['captured', 'pending', 'declined', 'unknown'].includes(status)) return `the status was ${status}`;
  if (JSON.stringify(result.amount) !== JSON.stringify(subject.request.amount))
    return 'the amount was not the requested one';
  if ((status === 'declined' || status === 'unknown') && !CaptureError.is(result.error))
    return 'the result had no error';
  const printed = JSON.stringify(result);
  if (secrets.some(({ value }) => value.length >= 6 && printed.includes(value))) return 'the result contained a secret';
  if (status !== 'captured') return undefined;
  if (!isGenuineSuccess(response, genuine, subject.responses)) return 'captured, though the response does not say so';
  const id = valueAt(JSON.parse(response.body.replace(/^\ufeff/, '')), subject.responses.captureId);
  return result.captureId === id ? undefined : 'the capture id was not that of the response';
}
