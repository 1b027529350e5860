import * as v from 'valibot';
import { expectTypeOf, test } from 'vitest';
import type { Capabilities } from '../contract/capabilities.ts';
import type { EndpointOptions, Environments } from '../contract/environment.ts';
import type { LookupDefinition } from '../provider/definition.ts';
import type { Money } from '../money/money.ts';
import { undecided, type Verdict } from '../provider/verdict.ts';
import { baseUrl, clientOptions, endpointOptions } from '../schemas/options.ts';
import { amount } from '../schemas/request-fields.ts';
import { defineProvider } from './define-provider.ts';
import { verifier } from './verify-webhook.ts';

const capabilities = {
  captures: 'card',
  partialCapture: 'no',
  multipleCaptures: 'no',
  overcapture: 'no',
  reference: 'looked-up',
  currencies: ['USD'],
  amountForm: 'minor-integer',
  reportsAmount: true,
  authentication: 'key-header',
  uniqueKeys: ['reference'],
  sharedKeys: [],
} as const satisfies Partial<Capabilities>;
const without = { ...capabilities, lookupBy: [], webhook: 'none' } as const;
const withBoth = { ...capabilities, lookupBy: ['captureId'], webhook: 'signed' } as const;

const steps = {
  id: 'toy',
  environments: {},
  options: v.strictObject({ ...clientOptions, baseUrl: baseUrl() }),
  request: v.strictObject({ amount: amount(), note: v.optional(v.string()) }),
  storable: { amount: true, note: true },
  encode: () => ({ method: 'POST', path: '/' }) as const,
  sign: (call: { method: 'POST' | 'GET'; path: string }) => ({ call }),
  response: v.object({ state: v.string() }),
  judge: (): Verdict => undecided('unknown_status'),
} as const;
const lookup: LookupDefinition<unknown, unknown> = {
  encode: () => ({ method: 'GET', path: '/' }),
  response: v.unknown(),
  judge: () => ({ status: 'not-found' }),
};
const webhook = verifier({
  body: 'json',
  verify: () => Promise.resolve({ status: 'refused', reason: 'never' }),
  response: v.unknown(),
  read: () => ({ verdict: undecided('unknown_status') }),
});

test('the definition carries options, request, id and capabilities to the client', () => {
  const client = defineProvider({ ...steps, capabilities: without })({ baseUrl: 'https://toy.example' });
  expectTypeOf(client.provider).toEqualTypeOf<'toy'>();
  expectTypeOf(client.capabilities.webhook).toEqualTypeOf<'none'>();
  expectTypeOf(client.prepare).parameter(0).toExtend<{ amount: Money; note?: string | undefined }>();
  // @ts-expect-error baseUrl is required
  defineProvider({ ...steps, capabilities: without })({});
  // @ts-expect-error no such field
  client.prepare({ amount: { minor: 1, currency: 'USD' }, tip: 1 });
});

test('a provider with declared environments requires one of them, or a base URL', () => {
  const environments = { sandbox: 'https://sandbox.toy.example' } as const satisfies Environments;
  const options = v.strictObject({ ...clientOptions, ...endpointOptions(environments) });
  const create = defineProvider({ ...steps, options, environments, capabilities: without });
  create({ environment: 'sandbox' });
  create({ baseUrl: 'https://proxy.example', expect: 'live' });
  create({ environment: 'sandbox', baseUrl: 'https://proxy.example' });
  // @ts-expect-error neither is given
  create({});
  // @ts-expect-error neither is given
  create({ environment: undefined, expect: 'sandbox' });
  // @ts-expect-error no live environment is declared
  create({ environment: 'live' });
  // @ts-expect-error an environment is one of the declared names
  create({ environment: 'https://sandbox.toy.example' });
  expectTypeOf<EndpointOptions<typeof environments>['environment']>().toEqualTypeOf<'sandbox' | undefined>();
});

test('a provider without declared environments takes none', () => {
  const create = defineProvider({ ...steps, capabilities: without });
  // @ts-expect-error no environment is declared
  create({ baseUrl: 'https://toy.example', environment: 'live' });
  // @ts-expect-error neither its host nor its responses could be compared with it
  create({ baseUrl: 'https://toy.example', expect: 'live' });
});

test('a definition that declares no environments, not even an empty list, does not compile', () => {
  // @ts-expect-error environments is undefined
  defineProvider({ ...steps, environments: undefined, capabilities: without });
});

test('an operation that the capabilities exclude is not on the client', () => {
  const client = defineProvider({ ...steps, capabilities: without })({ baseUrl: 'https://toy.example' });
  expectTypeOf(client).not.toHaveProperty('lookup');
  expectTypeOf(client).not.toHaveProperty('webhook');
});

test('an operation that the capabilities declare is on the client', () => {
  const client = defineProvider({ ...steps, capabilities: withBoth, lookup, webhook })({
    baseUrl: 'https://toy.example',
  });
  expectTypeOf(client.lookup).parameter(0).toExtend<{ captureId: string }>();
  expectTypeOf(client.webhook.verify).returns.resolves.toHaveProperty('status');
});

test('a definition that declares an operation and lacks it does not compile', () => {
  // @ts-expect-error lookup is missing
  defineProvider({ ...steps, capabilities: withBoth, webhook });
  // @ts-expect-error webhook is missing
  defineProvider({ ...steps, capabilities: withBoth, lookup });
});

test('a definition with an undeclared operation does not compile', () => {
  // @ts-expect-error capabilities.lookupBy is empty
  defineProvider({ ...steps, capabilities: without, lookup });
  // @ts-expect-error capabilities.webhook is none
  defineProvider({ ...steps, capabilities: without, webhook });
});
