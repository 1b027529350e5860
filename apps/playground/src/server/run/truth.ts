import type { CaptureResult } from '@capture/core';
import type { ProviderName, Sandbox, TrueCapture } from '@capture/sandbox';
import type { SandboxCapture } from '../../shared/api.ts';
import { moneyOf, type MoneyState } from '../../shared/money-of.ts';
import type { TruthEvent } from '../../shared/run-event.ts';
import { amountOf } from './result-event.ts';

/** Collects the captures that the sandbox records at a provider during a run. */
export interface TruthWatch {
  /** Compares the result with the captures that were recorded since the watch began. */
  readonly compare: (result: CaptureResult) => TruthEvent;
  /** The captures that were recorded since the watch began. */
  readonly captures: () => readonly TrueCapture[];
  readonly stop: () => void;
}

/** Starts to watch the sandbox. Collects ids and reads states at the end: a capture may be completed meanwhile. */
export function watchTruth(sandbox: Sandbox, provider: ProviderName): TruthWatch {
  const recorded = new Set<string>();
  const stop = sandbox.truth.onCapture((capture) => {
    if (capture.provider === provider) recorded.add(capture.captureId);
  });
  const captures = () => sandbox.truth.captures({ provider }).filter(({ captureId }) => recorded.has(captureId));
  return { compare: (result) => compare(result, captures()), captures, stop };
}

function compare(result: CaptureResult, captures: readonly TrueCapture[]): TruthEvent {
  const money = moneyOf(captures);
  const sameAmount = captures.every(({ amount }) => amount.minor === result.amount.minor);
  const [agrees, description] = compareStatus(result.status, money, sameAmount);
  return { kind: 'truth', captures: captures.map(sandboxCaptureOf), agrees, description };
}

export const WRONG = 'The result is wrong: please report this.';

/** Compares the status of a result with what became of the money in the sandbox. */
export function compareStatus(
  status: CaptureResult['status'],
  money: MoneyState,
  sameAmount: boolean,
): [agrees: boolean, description: string] {
  switch (status) {
    case 'captured':
      if (money === 'accepted') return [false, `The sandbox accepted the capture, but it is not final. ${WRONG}`];
      return compareAccepted(money, sameAmount, 'The sandbox executed exactly this capture.');
    case 'pending':
      return compareAccepted(
        money,
        sameAmount,
        money === 'accepted'
          ? 'The sandbox accepted exactly this capture, and it is not final.'
          : 'The sandbox executed exactly this capture, and has not reported it yet.',
      );
    case 'declined':
    case 'unsent':
      if (money === 'none') return [true, 'Nothing was captured in the sandbox.'];
      return [
        false,
        money === 'moved'
          ? `The sandbox captured the money nevertheless. ${WRONG}`
          : `The sandbox accepted the capture nevertheless, and may still execute it. ${WRONG}`,
      ];
    case 'unknown':
      return [true, UNKNOWN[money]];
  }
}

function compareAccepted(
  money: MoneyState,
  sameAmount: boolean,
  description: string,
): [agrees: boolean, description: string] {
  if (money !== 'none' && sameAmount) return [true, description];
  return [false, `The sandbox has no such capture. ${WRONG}`];
}

const UNKNOWN: Readonly<Record<MoneyState, string>> = {
  moved: 'Money moved. The client could not know that: sending again would have captured twice.',
  accepted:
    'The capture was accepted and is not final. The client could not know that: sending again could capture twice.',
  none: 'No money moved. The client could not know that. A lookup may find nothing, which proves nothing by itself.',
};

/** A capture of the sandbox in the form that the page shows. */
export function sandboxCaptureOf({ amount, ...capture }: TrueCapture): SandboxCapture {
  return { ...capture, amount: amountOf(amount) };
}
