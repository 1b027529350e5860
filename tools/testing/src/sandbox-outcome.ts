import { FAULTS, type FaultName, type Sandbox, type SandboxOptions } from '@capture/sandbox';
import { expect } from 'vitest';
import type { AnyLookupClient } from './client.ts';
import type { World } from './sandbox-world.ts';

/**
 * A capture whose response is lost: what is peculiar about it, for the title, its request, and the status of its
 * lookup where it was executed and where it was not. Then what is unusual: options of the sandbox, or another id than
 * its own that the lookup finds it by, or the other captures that are known.
 */
export type LostResponse<Request = unknown> = readonly [
  given: string,
  request: (sandbox: Sandbox) => Request,
  executed: 'captured' | 'undecidable',
  notExecuted: 'not-found' | 'undecidable',
  unusual?: { readonly sandbox?: SandboxOptions; readonly captureId?: string; readonly knownCaptureIds?: string[] },
];

type AnyWorld = World<AnyLookupClient>;

/** Holds the outcome of a capture that meets a fault against the truth, and so its lookup where it is unknown. */
export async function expectOutcome(
  { faulty, client, truth, requests }: AnyWorld,
  fault: FaultName,
  status: string,
  request: unknown,
  [, , executed, notExecuted]: LostResponse,
): Promise<void> {
  const result = await faulty.capture(request as never);
  const isExecuted = FAULTS[fault].moneyMoves;
  expect(result).toMatchObject({ status });
  expect(requests()).toBeLessThanOrEqual(1);
  expect(truth().map(({ state }) => state)).toEqual(isExecuted ? ['captured'] : []);
  if (fault === 'other-amount')
    expect(result).toMatchObject({ error: { code: 'amount_differs' }, amountCheck: 'mismatch' });
  if (result.status !== 'unknown') return;
  const found = await client.lookup(result.lookupKeys as never);
  // A response that could be read may have named the capture, which a lookup then always finds.
  expect(isExecuted ? [executed, 'captured'] : [notExecuted]).toContain(found.status);
  expect(found.decides).toBe(found.status === 'captured');
}

/** Holds that a capture whose response is lost is unknown, and what its lookup finds when no fault strikes any more. */
export async function expectLostResponse(
  { sandbox, faulty, client, truth }: AnyWorld,
  [, request, executed, notExecuted, unusual = {}]: LostResponse,
  isExecuted: boolean,
): Promise<void> {
  const { knownCaptureIds } = unusual;
  const result = await faulty.capture(request(sandbox) as never, knownCaptureIds ? { knownCaptureIds } : {});
  if (result.status !== 'unknown') throw new Error(result.status);
  const captures = truth();
  expect(captures.map(({ state }) => state)).toEqual(isExecuted ? ['captured'] : []);
  const status = isExecuted ? executed : notExecuted;
  const { captureId = captures[0]?.captureId } = unusual;
  expect(await client.lookup(result.lookupKeys as never)).toMatchObject({
    status,
    decides: status === 'captured',
    ...(status === 'captured' && { captureId, amountCheck: 'match' }),
  });
}
