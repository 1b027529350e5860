import type { Operation, RequestSubject } from '../emulator/emulator.ts';
import type { ProviderName } from '../state/provider-names.ts';

/**
 * The faults by name: the effect of each, and whether it strikes after the money of a valid capture request has moved.
 * It strikes every operation alike: authorizations, voids, refunds and lookups as well.
 */
export const FAULTS = {
  refuse: { moneyMoves: false, description: 'The connection is refused, and no request arrives.' },
  hang: {
    moneyMoves: true,
    description: 'The capture is executed, no response is sent, and the connection stays open.',
  },
  'drop-before-commit': {
    moneyMoves: false,
    description: 'The request is read, then the connection is reset. Nothing is captured.',
  },
  'commit-then-drop': {
    moneyMoves: true,
    description: 'The capture is executed, then the connection is reset without a response.',
  },
  'cut-body': {
    moneyMoves: true,
    description: 'The capture is executed, and the response breaks off in the middle of its body.',
  },
  garbage: {
    moneyMoves: true,
    description: 'The capture is executed, and the response is not HTTP (in process: the body is not JSON).',
  },
  'html-502': {
    moneyMoves: true,
    description: "The capture is executed, and the response is a proxy's HTML page with status 502.",
  },
  'server-error': {
    moneyMoves: true,
    description: "The capture is executed, and the response has status 500 with the provider's error body.",
  },
  unauthorized: { moneyMoves: false, description: "Status 401 with the provider's error body. Nothing is captured." },
  'rate-limited': { moneyMoves: false, description: "Status 429 with the provider's error body. Nothing is captured." },
  redirect: {
    moneyMoves: false,
    description:
      'Status 307 to the same path without a fault. Following it is a second, real request; this one captures nothing.',
  },
  'other-amount': {
    moneyMoves: true,
    description: 'The requested amount is captured, and the response reports another one.',
  },
  contradiction: {
    moneyMoves: true,
    description: 'The capture is executed, and the inner and the outer status of the response contradict each other.',
  },
} as const satisfies Readonly<Record<string, { readonly moneyMoves: boolean; readonly description: string }>>;

/** The name of a fault. */
export type FaultName = keyof typeof FAULTS;

/** In place of a fault in a base URL: no fault, whatever the `faults` function returns. Redirects lead to it. */
export const NO_FAULT = 'none';

/** Narrows a string to the name of a fault. */
export function isFaultName(name: string): name is FaultName {
  return Object.hasOwn(FAULTS, name);
}

/** One call, as the `faults` function receives it: with the ids that the request names. */
export interface FaultCall extends RequestSubject {
  readonly provider: ProviderName;
  readonly operation: Operation;
  /** 1 for the first call of this operation at this provider since the start or `reset`. */
  readonly count: number;
}

/** Chooses a fault for a call, or none. It has to be quick and must not throw. */
export type FaultChooser = (call: FaultCall) => FaultName | undefined;
