import { basePathOf, type Destination } from './address.ts';
import type { Desk, Operation } from '../emulator/emulator.ts';
import { NO_FAULT, type FaultName } from '../faults/faults.ts';
import type { Answer, CallRequest } from '../emulator/http-types.ts';
import { Problem, type ProblemKind } from '../emulator/problem.ts';
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
export type Outcome =
  | { readonly kind: 'answer' | 'cut' | 'garbage'; readonly answer: WireAnswer }
  | { readonly kind: 'refuse' | 'hang' | 'reset' };

/** An answer with its body as text. */
export interface WireAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const PROXY_PAGE: WireAnswer = {
  status: 502,
  headers: { 'content-type': 'text/html' },
  body: '<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body><h1>502 Bad Gateway</h1></body>\r\n</html>\r\n',
};

/**
 * Takes one complete request through its emulator and its fault. It never waits, so that two requests can never
 * see half of each other's effects.
 */
export function exchange(
  to: Destination,
  request: CallRequest,
  { desk, counts, faults }: { desk: Desk; counts: Map<string, number>; faults: FaultChooser | undefined },
): Outcome {
  const emulator = EMULATORS[to.provider];
  const call = { ...request, path: to.path };
  const operation = emulator.operation(call);
  if (!operation) return answered(emulator.problem(new Problem('no-such-path', '', 'no such path or method'), call));
  const key = `${to.provider} ${operation}`;
  const count = (counts.get(key) ?? 0) + 1;
  counts.set(key, count);
  const chosen = to.fault ?? faults?.({ provider: to.provider, operation, count });
  if (chosen === 'refuse') return { kind: 'refuse' };
  if (operation === 'capture') desk.ledger.requests.push(to.provider);

  const refuse = (kind: ProblemKind, text: string) => emulator.problem(new Problem(kind, '', text), call);
  const execute = () => {
    try {
      return emulator[operation](call, desk);
    } catch (error) {
      if (error instanceof Problem) return emulator.problem(error, call);
      throw error;
    }
  };
  const afterwards = (outcome: Outcome): Outcome => {
    execute();
    return outcome;
  };
  // Money moves in `execute` and nowhere else: the faults that leave it out are the ones that move nothing.
  const strike: Readonly<Record<Exclude<FaultName, 'refuse'>, () => Outcome>> = {
    'drop-before-commit': () => ({ kind: 'reset' }),
    unauthorized: () => answered(refuse('unauthorized', 'unauthorized')),
    'rate-limited': () => answered(refuse('rate-limited', 'too many requests'), { 'retry-after': '1' }),
    redirect: () => ({ kind: 'answer', answer: redirectTo(to, request.query) }),
    hang: () => afterwards({ kind: 'hang' }),
    'commit-then-drop': () => afterwards({ kind: 'reset' }),
    'cut-body': () => ({ kind: 'cut', answer: serialize(execute()) }),
    garbage: () => ({ kind: 'garbage', answer: serialize(execute()) }),
    'html-502': () => afterwards({ kind: 'answer', answer: PROXY_PAGE }),
    'server-error': () => afterwards(answered(refuse('server-error', 'internal error'))),
    'other-amount': () => answered(edited(execute(), emulator.otherAmount)),
    contradiction: () => answered(edited(execute(), emulator.contradict)),
  };
  return chosen === undefined || chosen === NO_FAULT ? answered(execute()) : strike[chosen]();
}

function edited(answer: Answer, edit: (body: Answer['body']) => Answer['body']): Answer {
  return { ...answer, body: edit(answer.body) };
}

function answered(answer: Answer, headers: Readonly<Record<string, string>> = {}): Outcome {
  return { kind: 'answer', answer: serialize({ ...answer, headers: { ...answer.headers, ...headers } }) };
}

function serialize({ status, headers, body }: Answer): WireAnswer {
  return { status, headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) };
}

function redirectTo({ provider, path }: Destination, query: string): WireAnswer {
  const location = basePathOf(provider, NO_FAULT) + path + (query === '' ? '' : `?${query}`);
  return { status: 307, headers: { location }, body: '' };
}
