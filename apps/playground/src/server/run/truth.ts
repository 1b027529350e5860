import type { CaptureResult } from '@capture/core';
import type { ProviderName, Sandbox, TrueCapture } from '@capture/sandbox';
import type { SandboxCapture } from '../../shared/api.ts';
import { moneyOf, type MoneyState } from '../../shared/money-of.ts';
import type { TruthEvent } from '../../shared/run-event.ts';
import { amountOf } from './result-event.ts';

/** Watches what the sandbox records at a provider during a run. */
export interface TruthWatch {
  /** Compares the result with what the sandbox recorded since the watch began. */
  readonly judge: (result: CaptureResult) => TruthEvent;
  readonly stop: () => void;
}

/** Begins to watch the sandbox. Ids are collected and states read at the end: a capture may be completed meanwhile. */
export function watchTruth(sandbox: Sandbox, provider: ProviderName): TruthWatch {
  const recorded = new Set<string>();
  const stop = sandbox.truth.onCapture((capture) => {
    if (capture.provider === provider) recorded.add(capture.captureId);
  });
  const captures = () => sandbox.truth.captures({ provider }).filter(({ captureId }) => recorded.has(captureId));
  return { judge: (result) => judge(result, captures()), stop };
}

function judge(result: CaptureResult, captures: readonly TrueCapture[]): TruthEvent {
  const money = moneyOf(captures);
  const sameAmount = captures.every(({ amount }) => amount.minor === result.amount.minor);
  const [agrees, description] = judgeVerdict(result.status, money, sameAmount);
  return { kind: 'truth', captures: captures.map(sandboxCaptureOf), agrees, description };
}

/** Whether a verdict may stand beside what became of the money, and why. */
export function judgeVerdict(
  status: CaptureResult['status'],
  money: MoneyState,
  sameAmount: boolean,
): [agrees: boolean, description: string] {
  switch (status) {
    case 'captured':
      if (money === 'accepted')
        return [false, 'The sandbox accepted it, and it is not final. The verdict is wrong: please report this.'];
      return took(money, sameAmount, 'The sandbox took exactly this capture. The verdict is right.');
    case 'pending':
      return took(
        money,
        sameAmount,
        money === 'accepted'
          ? 'The sandbox accepted exactly this capture, and it is not final. The verdict is right.'
          : 'The sandbox took exactly this capture, and did not yet say so. The verdict is right.',
      );
    case 'declined':
    case 'unsent':
      if (money === 'none') return [true, 'Nothing was taken in the sandbox. The verdict is right.'];
      return [
        false,
        money === 'moved'
          ? 'The sandbox took the money all the same. The verdict is wrong: please report this.'
          : 'The sandbox accepted it all the same, and may still take the money. The verdict is wrong: please report this.',
      ];
    case 'unknown':
      return [true, UNKNOWN[money]];
  }
}

function took(money: MoneyState, sameAmount: boolean, right: string): [agrees: boolean, description: string] {
  return money !== 'none' && sameAmount
    ? [true, right]
    : [false, 'The sandbox has no such capture. The verdict is wrong: please report this.'];
}

const UNKNOWN: Readonly<Record<MoneyState, string>> = {
  moved: 'Money did move. The client could not know that and says so: sending again would have taken it twice.',
  accepted:
    'It was accepted and is not final. The client could not know that and says so: sending again could take it twice.',
  none: 'No money moved. The client could not know that and says so. A look-up may find nothing, which proves nothing by itself.',
};

export function sandboxCaptureOf({ amount, ...capture }: TrueCapture): SandboxCapture {
  return { ...capture, amount: amountOf(amount) };
}
