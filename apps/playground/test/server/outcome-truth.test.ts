import { money, type UnknownResult } from '@capture/core';
import { createSandbox, type Sandbox } from '@capture/sandbox';
import { describe, expect, test } from 'vitest';
import { createSandboxClient, requireProvider } from '../../src/providers/index.ts';
import { compareOutcome } from '../../src/server/run/outcome-truth.ts';

// The comparison of looked-up outcomes with the sandbox. Lookups ask about a reference, not about a request.

const pockyt = requireProvider('pockyt');
const sample = { ...pockyt.sample, reference: 'order-7' } as never;

/** A run that captured the reference, and a second one with the same reference, which moved nothing. */
async function capturedTwice(): Promise<{ sandbox: Sandbox; second: UnknownResult }> {
  const sandbox = createSandbox();
  const client = createSandboxClient(pockyt, sandbox, { baseUrl: sandbox.baseUrl('pockyt'), fetch: sandbox.fetch });
  await client.capture(sample);
  const second = await client.capture(sample);
  if (second.status !== 'unknown') throw new Error(`a repeated reference is ${second.status}`);
  return { sandbox, second };
}

describe('comparing outcomes with the sandbox', () => {
  test.each([[true], [false]])(
    'a capture of an earlier run is named as such (lookup reports its id: %s)',
    async (named) => {
      const { sandbox, second } = await capturedTwice();
      const [first] = sandbox.truth.captures();
      const outcome = { status: 'captured', captureId: named ? first?.captureId : undefined } as const;
      const truth = compareOutcome(outcome, { result: second, own: [] }, sandbox);
      expect(truth?.agrees).toBe(true);
      expect(truth?.earlier?.captureId).toBe(first?.captureId);
      expect(truth?.description).toContain('This request moved nothing more');
    },
  );

  test('a capture of the run itself matches', async () => {
    const { sandbox, second } = await capturedTwice();
    const own = sandbox.truth.captures();
    const truth = compareOutcome(
      { status: 'captured', captureId: own[0]?.captureId },
      { result: second, own },
      sandbox,
    );
    expect(truth).toEqual({ agrees: true, description: 'The sandbox executed exactly this capture.' });
  });

  test('an earlier capture of another amount contradicts the outcome', async () => {
    const { sandbox, second } = await capturedTwice();
    const result = { ...second, amount: money('1.00', 'USD') };
    const truth = compareOutcome({ status: 'captured', captureId: undefined }, { result, own: [] }, sandbox);
    expect(truth?.agrees).toBe(false);
  });

  test('an outcome contradicts the sandbox if there is no such capture, or if a declined one moved money', async () => {
    const { sandbox, second } = await capturedTwice();
    const own = sandbox.truth.captures();
    expect(compareOutcome({ status: 'declined', captureId: undefined }, { result: second, own }, sandbox)?.agrees).toBe(
      false,
    );
    sandbox.reset();
    const truth = compareOutcome(
      { status: 'captured', captureId: own[0]?.captureId },
      { result: second, own },
      sandbox,
    );
    expect(truth?.agrees).toBe(false);
  });

  test('an undecided outcome names the earlier capture, whatever its amount, and is otherwise not compared', async () => {
    const { sandbox, second } = await capturedTwice();
    const outcome = { status: 'undecided', captureId: undefined } as const;
    const result = { ...second, amount: money('1.00', 'USD') };
    const truth = compareOutcome(outcome, { result, own: [] }, sandbox);
    expect(truth?.agrees).toBe(true);
    expect(truth?.earlier).toBeDefined();
    expect(compareOutcome(outcome, { result, own: sandbox.truth.captures() }, sandbox)).toBeUndefined();
    sandbox.reset();
    expect(compareOutcome(outcome, { result, own: [] }, sandbox)).toBeUndefined();
  });
});
