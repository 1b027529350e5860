import assert from 'node:assert/strict';
import type { AnySubject } from '../subject.ts';
import { fuzzResponses } from './fuzz-responses.ts';

const SEED = 1;
/** No response may take longer than this to evaluate. */
const TOO_SLOW_MS = 50;

/** Fuzzes a subject, and asserts that the mutations led to every documented status and that no response was slow. */
export async function assertFuzzed(subject: AnySubject, runs: number): Promise<void> {
  const { statuses, slowest } = await fuzzResponses(subject, { seed: SEED, runs });
  const { pending, declined } = subject.responses;
  const documented = ['captured', 'unknown', ...(pending ? ['pending'] : []), ...(declined[0] ? ['declined'] : [])];
  for (const status of documented)
    assert.ok(Object.hasOwn(statuses, status), `none of ${runs} mutated responses was ${status}: fuzz with more`);
  assert.ok(
    slowest.milliseconds < TOO_SLOW_MS,
    `a response of ${slowest.length} characters took ${slowest.milliseconds} ms (seed ${SEED}, run ${slowest.run})`,
  );
}
