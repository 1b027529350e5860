import {
  createKyTransport,
  formatMajor,
  type CaptureResult,
  type Money,
  type Transport,
  type WireRequest,
} from '@capture/core';
import type { JudgeContext, ProviderDefinition, Verdict } from '@capture/core/provider';
import type { AnySubject, ClientUnderTest, KitOptions } from '../../src/index.ts';
import { createChangedToy, judge, type CheckedToyOptions, type CheckedToyRequest, type ToyAnswer } from '../toy.ts';
import { toySubject } from '../toy-subject.ts';

/** A provider with one thing wrong, and the clauses that must notice. */
export interface WrongProvider {
  readonly subject: AnySubject;
  readonly caughtBy: readonly string[];
}

export type Definition = ProviderDefinition<CheckedToyOptions, CheckedToyRequest, ToyAnswer, ToyAnswer>;
export type Context = JudgeContext<CheckedToyOptions, CheckedToyRequest>;
export type ToyOptions = KitOptions & { readonly secret: string };

/** The toy with a changed definition, changed options or a changed client. */
export function wrong(
  caughtBy: readonly string[],
  change: {
    readonly definition?: Partial<Definition>;
    readonly options?: (options: ToyOptions) => ToyOptions;
    readonly client?: (client: ClientUnderTest, options: ToyOptions) => ClientUnderTest;
  },
): WrongProvider {
  const create = (given: ToyOptions): ClientUnderTest => {
    const options = change.options?.(given) ?? given;
    const client: ClientUnderTest = createChangedToy(change.definition ?? {}, { shop: 'S-1', ...options });
    return change.client?.(client, options) ?? client;
  };
  return { subject: { ...toySubject, create }, caughtBy };
}

/** The transport that a client would use, behind one that does something wrong. */
export const behind =
  (send: (inner: Transport, ...call: Parameters<Transport['send']>) => ReturnType<Transport['send']>) =>
  (options: ToyOptions): ToyOptions => {
    const inner = options.transport ?? createKyTransport(options.fetch ? { fetch: options.fetch } : {});
    return { ...options, transport: { send: (request, context) => send(inner, request, context) } };
  };

/** Changes what comes out of `capture`. */
export const resulting =
  (change: (result: CaptureResult, request: { readonly amount: Money }) => unknown) =>
  (client: ClientUnderTest): ClientUnderTest => ({
    ...client,
    capture: async (request: never, call) => change(await client.capture(request, call), request) as CaptureResult,
  });

/** A verdict that asks for nothing but a word. */
export const captured = (answer: ToyAnswer, { request }: Context): Verdict => ({
  status: 'captured',
  captureId: answer.payment?.id ?? 'C-0',
  reported: { major: formatMajor(request.amount), currency: request.amount.currency },
  consistency: [],
  correlation: [],
});

/** Takes something away from a verdict that was right. */
export const without =
  (part: object) =>
  (answer: ToyAnswer, context: Context): Verdict => {
    const verdict = judge(answer, context);
    return verdict.status === 'captured' || verdict.status === 'pending' ? { ...verdict, ...part } : verdict;
  };

const exposed = (wire: WireRequest): string => `${wire.url} ${JSON.stringify(wire.headers)} ${wire.body ?? ''}`;

let lastWire: WireRequest | undefined;
export const remembering = behind((inner, request, context) => {
  lastWire = request;
  return inner.send(request, context);
});
export const spoken = (): string => (lastWire ? exposed(lastWire) : '');

/** The last request that a `remembering` client sent. */
export const lastRequest = (): WireRequest | undefined => lastWire;
