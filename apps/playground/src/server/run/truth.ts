import type { CaptureResult } from '@capture/core';
import type { ProviderName, Sandbox, TrueCapture } from '@capture/sandbox';
import type { SandboxCapture } from '../../shared/api.ts';
import type { TruthEvent } from '../../shared/run-event.ts';
import { amountOf } from './result-lines.ts';

/** Notes what the sandbox holds before a run, and tells afterwards what the run added and whether the verdict is wrong. */
export function watchTruth(sandbox: Sandbox, provider: ProviderName): (result: CaptureResult) => TruthEvent {
  const before = sandbox.truth.captures({ provider }).length;
  return (result) => judge(result, sandbox.truth.captures({ provider }).slice(before));
}

function judge(result: CaptureResult, captures: readonly TrueCapture[]): TruthEvent {
  const moved = captures.some(({ state }) => state !== 'declined');
  const sameAmount = captures.every(({ amount }) => amount.minor === result.amount.minor);
  const [agrees, says] = verdict(result.status, moved, sameAmount);
  return { kind: 'truth', captures: captures.map(captureLine), moved, agrees, says };
}

function verdict(
  status: CaptureResult['status'],
  moved: boolean,
  sameAmount: boolean,
): [agrees: boolean, says: string] {
  switch (status) {
    case 'captured':
    case 'pending':
      return moved && sameAmount
        ? [true, 'The sandbox took exactly this capture. The verdict is right.']
        : [false, 'The sandbox has no such capture. The verdict is wrong: please report this.'];
    case 'declined':
    case 'unsent':
      return moved
        ? [false, 'The sandbox took the money all the same. The verdict is wrong: please report this.']
        : [true, 'Nothing was taken in the sandbox. The verdict is right.'];
    case 'unknown':
      return moved
        ? [true, 'Money did move. The client could not know that and says so: sending again would have taken it twice.']
        : [true, 'No money moved. The client could not know that and says so; a look-up decides.'];
  }
}

export function captureLine({ amount, ...capture }: TrueCapture): SandboxCapture {
  return { ...capture, amount: amountOf(amount) };
}
