import type { Operation } from '../emulator/emulator.ts';
import type { ProviderName } from '../state/provider-names.ts';

/**
 * The faults by name: what each does, and whether a capture that is in order has moved money when it strikes. A fault
 * strikes look-ups as well, which move nothing.
 */
export const FAULTS = {
  refuse: { moneyMoves: false, description: 'Nobody listens: the connection is refused, and no request arrives.' },
  hang: { moneyMoves: true, description: 'The capture is executed and never answered; the connection stays open.' },
  'drop-before-commit': {
    moneyMoves: false,
    description: 'The request is read, then the connection is reset. Nothing is captured.',
  },
  'commit-then-drop': {
    moneyMoves: true,
    description: 'The capture is executed, then the connection is reset without an answer.',
  },
  'cut-body': {
    moneyMoves: true,
    description: 'The capture is executed and its answer breaks off in the middle of the body.',
  },
  garbage: {
    moneyMoves: true,
    description:
      'The capture is executed and answered with bytes that are not HTTP (in process: with text that is not JSON).',
  },
  'html-502': {
    moneyMoves: true,
    description: "The capture is executed and a proxy's HTML page with status 502 is answered.",
  },
  'server-error': {
    moneyMoves: true,
    description: 'The capture is executed and status 500 is answered, with an error body of the provider.',
  },
  unauthorized: {
    moneyMoves: false,
    description: 'Status 401 with an error body of the provider. Nothing is captured.',
  },
  'rate-limited': {
    moneyMoves: false,
    description: 'Status 429 with an error body of the provider. Nothing is captured.',
  },
  redirect: {
    moneyMoves: false,
    description:
      'Status 307 to the same path without a fault. Nothing is captured, unless the client follows: that is a second, real request.',
  },
  'other-amount': {
    moneyMoves: true,
    description: 'The asked amount is captured, and the answer reports another one.',
  },
  contradiction: {
    moneyMoves: true,
    description: 'The capture is executed, and the inner and the outer status of the answer contradict each other.',
  },
} as const satisfies Readonly<Record<string, { readonly moneyMoves: boolean; readonly description: string }>>;

/** The name of a fault. */
export type FaultName = keyof typeof FAULTS;

/** In place of a fault in a base URL: surely no fault, whatever the `faults` function says. Redirects lead to it. */
export const NO_FAULT = 'none';

/** Whether the text names a fault. */
export function isFaultName(text: string): text is FaultName {
  return Object.hasOwn(FAULTS, text);
}

/** One call, as the `faults` function sees it. */
export interface FaultCall {
  readonly provider: ProviderName;
  readonly operation: Operation;
  /** 1 for the first call of this operation at this provider since the start or `reset`. */
  readonly count: number;
}

/** Chooses a fault for a call, or none. Has to be quick and must not throw. */
export type FaultChooser = (call: FaultCall) => FaultName | undefined;
