import type { ErrorCode } from '@capture/core';
import { FAULTS, type FaultName } from '@capture/sandbox';
import { describe, expect, test } from 'vitest';
import type { AnyLookupClient, RequestOf } from './client.ts';
import { expectLostResponse, expectOutcome, type LostResponse } from './sandbox-outcome.ts';
import type { World, WorldOptions } from './sandbox-world.ts';

/** The parts of a run against the emulator that differ between providers. */
export interface SandboxRun<Request> {
  /** A capture that is in order. It is captured, or `pending` where so declared. */
  readonly request: Request;
  readonly pending?: boolean;
  /** The faults that the provider's own error body makes a decline. */
  readonly declined?: readonly FaultName[];
  /** A credential that the provider does not know, and the status and code of a capture with it. */
  readonly wrongCredential: readonly [option: object, status: 'declined' | 'unknown', code: ErrorCode];
  /** Lost responses and their lookups; the first row is that of `request`. */
  readonly lost: readonly [LostResponse<Request>, ...LostResponse<Request>[]];
}

/**
 * Holds a provider's client against its emulator: a capture in order, every fault in process and over a real socket,
 * and what lookups find after a response was lost.
 */
export function describeSandboxRun<Client extends AnyLookupClient>(
  worlds: (options?: WorldOptions) => World<Client>,
  { request, pending = false, declined = [], wrongCredential, lost }: SandboxRun<RequestOf<Client>>,
): void {
  const status = pending ? 'pending' : 'captured';
  test(`the documented example is ${status} over a loopback server`, async () => {
    const { client, requests } = await worlds().overLoopback();
    expect(await client.capture(request as never)).toMatchObject({ status });
    expect(requests()).toBe(1);
  });

  const [credential, refusal, code] = wrongCredential;
  test(`a capture with a wrong credential is ${refusal} with ${code}, and no money moves`, async () => {
    const { connect, truth } = worlds();
    const result = await connect(credential).capture(request);
    expect(result).toMatchObject({ status: refusal, error: { code } });
    expect(truth()).toEqual([]);
  });

  describe('faults', () => {
    for (const fault of Object.keys(FAULTS) as FaultName[]) {
      const expected = fault === 'refuse' ? 'unsent' : declined.includes(fault) ? 'declined' : 'unknown';
      const title = (place: string) =>
        `a capture that meets the fault ${fault} ${place} is ${expected} and sends one request at most`;
      test(title('in process'), () => expectOutcome(worlds({ fault }), fault, expected, request, lost[0]));
      test(title('over loopback'), async () =>
        expectOutcome(await worlds({ fault }).overLoopback(), fault, expected, request, lost[0]),
      );
    }
  });

  describe('lost responses', () => {
    for (const row of lost)
      for (const [fault, found] of [
        ['commit-then-drop', row[2]],
        ['drop-before-commit', row[3]],
      ] as const)
        test(`a capture ${row[0]} that meets ${fault} is unknown, and its lookup is ${found}`, () =>
          expectLostResponse(worlds({ ...row[4]?.sandbox, fault }), row, FAULTS[fault].moneyMoves));
  });
}
