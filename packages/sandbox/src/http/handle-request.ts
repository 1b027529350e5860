import { basePathOf, type Destination } from './address.ts';
import type { EmulatorContext, Operation } from '../emulator/emulator.ts';
import { NO_FAULT, type FaultName } from '../faults/faults.ts';
import type { EmulatorResponse, EmulatorRequest } from '../emulator/http-types.ts';
import { Rejection, type RejectionKind } from '../emulator/rejection.ts';
import { EMULATORS } from '../providers/index.ts';
import type { ProviderName } from '../state/provider-names.ts';

/** One call, as the `faults` function sees it. */
export interface FaultCall {
  readonly provider: ProviderName;
  readonly operation: Operation;
  /** 1 for the first call of this operation at this provider since the start or `reset`. */
  readonly count: number;
}

/** Chooses a fault for a call, or none. Has to be quick and must not throw. */
export type FaultChooser = (call: FaultCall) => FaultName | undefined;

/** What a transport has to put on the wire. */
export type WireEffect =
  | { readonly kind: 'response' | 'cut' | 'garbage'; readonly response: WireResponse }
  | { readonly kind: 'refuse' | 'hang' | 'reset' };

/** An answer with its body as text. */
export interface WireResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const PROXY_PAGE: WireResponse = {
  status: 502,
  headers: { 'content-type': 'text/html' },
  body: '<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body><h1>502 Bad Gateway</h1></body>\r\n</html>\r\n',
};

/**
 * Takes one complete request through its emulator and its fault. It never waits, so that two requests can never
 * see half of each other's effects.
 */
export function handleRequest(
  to: Destination,
  request: EmulatorRequest,
  {
    context,
    counts,
    faults,
  }: { context: EmulatorContext; counts: Map<string, number>; faults: FaultChooser | undefined },
): WireEffect {
  const emulator = EMULATORS[to.provider];
  const call = { ...request, path: to.path };
  const operation = emulator.operation(call);
  if (!operation) return respond(emulator.reject(new Rejection('no-such-path', '', 'no such path or method'), call));
  const key = `${to.provider} ${operation}`;
  const count = (counts.get(key) ?? 0) + 1;
  counts.set(key, count);
  const chosen = to.fault ?? faults?.({ provider: to.provider, operation, count });
  if (chosen === 'refuse') return { kind: 'refuse' };
  if (operation === 'capture') context.ledger.requests.push(to.provider);

  const reject = (kind: RejectionKind, text: string) => emulator.reject(new Rejection(kind, '', text), call);
  const execute = () => {
    try {
      return emulator[operation](call, context);
    } catch (error) {
      if (error instanceof Rejection) return emulator.reject(error, call);
      throw error;
    }
  };
  const afterwards = (effect: WireEffect): WireEffect => {
    execute();
    return effect;
  };
  // Money moves in `execute` and nowhere else: the faults that leave it out are the ones that move nothing.
  const strike: Readonly<Record<Exclude<FaultName, 'refuse'>, () => WireEffect>> = {
    'drop-before-commit': () => ({ kind: 'reset' }),
    unauthorized: () => respond(reject('unauthorized', 'unauthorized')),
    'rate-limited': () => respond(reject('rate-limited', 'too many requests'), { 'retry-after': '1' }),
    redirect: () => ({ kind: 'response', response: redirectTo(to, request.query) }),
    hang: () => afterwards({ kind: 'hang' }),
    'commit-then-drop': () => afterwards({ kind: 'reset' }),
    'cut-body': () => ({ kind: 'cut', response: serialize(execute()) }),
    garbage: () => ({ kind: 'garbage', response: serialize(execute()) }),
    'html-502': () => afterwards({ kind: 'response', response: PROXY_PAGE }),
    'server-error': () => afterwards(respond(reject('server-error', 'internal error'))),
    'other-amount': () => respond(edited(execute(), emulator.otherAmount)),
    contradiction: () => respond(edited(execute(), emulator.contradict)),
  };
  return chosen === undefined || chosen === NO_FAULT ? respond(execute()) : strike[chosen]();
}

function edited(
  response: EmulatorResponse,
  edit: (body: EmulatorResponse['body']) => EmulatorResponse['body'],
): EmulatorResponse {
  return { ...response, body: edit(response.body) };
}

function respond(response: EmulatorResponse, headers: Readonly<Record<string, string>> = {}): WireEffect {
  return { kind: 'response', response: serialize({ ...response, headers: { ...response.headers, ...headers } }) };
}

function serialize({ status, headers, body }: EmulatorResponse): WireResponse {
  return { status, headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) };
}

function redirectTo({ provider, path }: Destination, query: string): WireResponse {
  const location = basePathOf(provider, NO_FAULT) + path + (query === '' ? '' : `?${query}`);
  return { status: 307, headers: { location }, body: '' };
}
