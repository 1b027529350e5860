import type { Emulator } from '../emulator/emulator.ts';
import type { EmulatorResponse } from '../emulator/http-types.ts';
import type { RejectionKind } from '../emulator/rejection.ts';
import type { FaultName } from './faults.ts';
import { respond, serialize, type WireEffect, type WireResponse } from './wire-effect.ts';

/** A call that a fault strikes, and everything the fault may use or leave out. */
export interface StruckCall {
  readonly emulator: Emulator;
  /** Has the emulator handle the request: the only place where money moves. */
  readonly execute: () => EmulatorResponse;
  /** The provider's own response to a refused request. */
  readonly reject: (kind: RejectionKind, message: string) => EmulatorResponse;
  /** The path and query of the same request without a fault. */
  readonly location: string;
}

const PROXY_PAGE: WireResponse = {
  status: 502,
  headers: { 'content-type': 'text/html' },
  body: '<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body><h1>502 Bad Gateway</h1></body>\r\n</html>\r\n',
};

/** The effect of each fault. Money moves in `execute` and nowhere else: a fault that does not call it moves none. */
export const FAULT_EFFECTS: Readonly<Record<FaultName, (call: StruckCall) => WireEffect>> = {
  refuse: () => ({ kind: 'refuse' }),
  'drop-before-commit': () => ({ kind: 'reset' }),
  unauthorized: ({ reject }) => respond(reject('unauthorized', 'unauthorized')),
  'rate-limited': ({ reject }) => respond(reject('rate-limited', 'too many requests'), { 'retry-after': '1' }),
  redirect: ({ location }) => ({ kind: 'response', response: { status: 307, headers: { location }, body: '' } }),
  hang: ({ execute }) => after(execute, { kind: 'hang' }),
  'commit-then-drop': ({ execute }) => after(execute, { kind: 'reset' }),
  'cut-body': ({ execute }) => ({ kind: 'cut', response: serialize(execute()) }),
  garbage: ({ execute }) => ({ kind: 'garbage', response: serialize(execute()) }),
  'html-502': ({ execute }) => after(execute, { kind: 'response', response: PROXY_PAGE }),
  'server-error': ({ execute, reject }) => after(execute, respond(reject('server-error', 'internal error'))),
  'other-amount': ({ execute, emulator }) => respond(edited(execute(), emulator.otherAmount)),
  contradiction: ({ execute, emulator }) => respond(edited(execute(), emulator.contradict)),
};

function after(execute: () => EmulatorResponse, effect: WireEffect): WireEffect {
  execute();
  return effect;
}

function edited(response: EmulatorResponse, edit: Emulator['otherAmount']): EmulatorResponse {
  return { ...response, body: edit(response.body) };
}
