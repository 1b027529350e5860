import { formatMajor, type CaptureResult, type Money, type Transport, type WireRequest } from '@capture/core';
import { createKyTransport } from '@capture/core/ky';
import type { JudgeContext, ProviderDefinition, Verdict } from '@capture/core/provider';
import type { AnySubject, ClientUnderTest, KitOptions } from '../../src/index.ts';
import { createChangedToy, judge, type CheckedToyOptions, type CheckedToyRequest, type ToyResponse } from '../toy.ts';
import { toySubject } from '../toy-subject.ts';

/** A provider with one mistake, and the clauses that must catch it. */
export interface WrongProvider {
  readonly subject: AnySubject;
  readonly caughtBy: readonly string[];
}

export type Definition = ProviderDefinition<CheckedToyOptions, CheckedToyRequest, ToyResponse, ToyResponse>;
export type Context = JudgeContext<CheckedToyOptions, CheckedToyRequest>;
export type ToyOptions = KitOptions & { readonly secret: string };

/** The toy provider with a changed definition, changed options or a changed client. */
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

/** Wraps the transport of a client in one that makes a mistake. */
export const wrapTransport =
  (send: (inner: Transport, ...call: Parameters<Transport['send']>) => ReturnType<Transport['send']>) =>
  (options: ToyOptions): ToyOptions => {
    const inner = options.transport ?? createKyTransport(options.fetch ? { fetch: options.fetch } : {});
    return { ...options, transport: { send: (request, context) => send(inner, request, context) } };
  };

/** Changes the results of `capture`. */
export const changeResult =
  (change: (result: CaptureResult, request: { readonly amount: Money }) => unknown) =>
  (client: ClientUnderTest): ClientUnderTest => ({
    ...client,
    capture: async (request: never, call) => change(await client.capture(request, call), request) as CaptureResult,
  });

/** A verdict without evidence. */
export const alwaysCaptured = (response: ToyResponse, { request }: Context): Verdict => ({
  status: 'captured',
  captureId: response.payment?.id ?? 'C-0',
  reported: { major: formatMajor(request.amount), currency: request.amount.currency },
  consistency: [],
  correlation: [],
});

/** Replaces a part of a correct verdict. */
export const overrideVerdict =
  (part: object) =>
  (response: ToyResponse, context: Context): Verdict => {
    const verdict = judge(response, context);
    return verdict.status === 'captured' || verdict.status === 'pending' ? { ...verdict, ...part } : verdict;
  };

const requestText = (wire: WireRequest): string => `${wire.url} ${JSON.stringify(wire.headers)} ${wire.body ?? ''}`;

let lastWire: WireRequest | undefined;
export const rememberRequest = wrapTransport((inner, request, context) => {
  lastWire = request;
  return inner.send(request, context);
});
export const lastRequestText = (): string => (lastWire ? requestText(lastWire) : '');

/** The last request that a `remembering` client sent. */
export const lastRequest = (): WireRequest | undefined => lastWire;
