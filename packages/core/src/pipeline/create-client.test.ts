import type { CaptureClient, LookupClient } from '../contract/client.ts';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { rulesOf } from '../../test/refusals.ts';
import { scramble } from '../../test/scramble.ts';
import { toyCapabilities } from '../../test/toy-capabilities.ts';
import { InvalidOptionsError, InvalidRequestError } from '../errors/invalid-input.ts';
import { Secret } from '../secrets/secret.ts';
import { TransportError, type Transport } from '../transport/http.ts';
import { createClient } from './create-client.ts';
import type { CheckedOptions, CheckedRequest, ProviderDefinition } from '../provider/definition.ts';
import { amount } from '../schemas/request-fields.ts';
import type { ClientHooks } from '../contract/hooks.ts';
import { baseUrl, clientOptions, credential } from '../schemas/options.ts';
import { refused, type Verdict } from '../provider/verdict.ts';

interface Response {
  readonly state: string;
}

const judge = ({ state }: Response): Verdict =>
  state === 'yes'
    ? {
        status: 'captured',
        captureId: 'C-1',
        reported: { minor: 50, currency: 'USD' },
        consistency: [],
        correlation: [],
      }
    : refused('declined', { captureId: 'C-1' });

const definition: ProviderDefinition<CheckedOptions & { readonly key: Secret }, CheckedRequest, Response, Response> = {
  id: 'toy',
  capabilities: toyCapabilities,
  environments: {},
  options: v.strictObject({ ...clientOptions, baseUrl: baseUrl(), key: credential() }),
  request: v.strictObject({ amount: amount() }),
  storable: { amount: true },
  encode: () => ({ method: 'POST', path: '/' }),
  sign: (call, { key }) => ({ call: { ...call, headers: { 'x-key': key } } }),
  response: v.object({ state: v.string() }),
  judge,
  lookup: { encode: () => ({ method: 'GET', path: '/' }), response: v.object({ state: v.string() }), judge },
};

const responding = (body: string): Transport => ({ send: () => Promise.resolve({ status: 200, headers: {}, body }) });
const failing: Transport = { send: () => Promise.reject(new TransportError('in-doubt', 'timeout')) };
const toy = (options: object) =>
  createClient(definition, { baseUrl: 'https://toy.example', key: 'key', ...options }) as CaptureClient<unknown> &
    LookupClient;
const request = { amount: { minor: 50, currency: 'USD' } };

test('a transport receives the operation of each request', async () => {
  const operations: unknown[] = [];
  const inner = responding('{"state":"yes"}');
  const transport: Transport = {
    send: (wire, context) => {
      operations.push(context.operation);
      return inner.send(wire, context);
    },
  };
  const client = toy({ transport });
  await client.capture(request);
  await client.lookup({ captureId: 'C-1' });
  await client.capture(client.prepare(request));
  expect(operations).toEqual(['capture', 'lookup', 'capture']);
});

describe('hooks', () => {
  /** A client whose hooks record their events, in order. */
  function recording(transport: Transport) {
    const emitted: string[] = [];
    const record = (hook: string) => (event: { call: number; operation: string }) => {
      emitted.push(`${event.call} ${event.operation} ${hook}`);
    };
    const names: (keyof ClientHooks)[] = ['onRequest', 'onResponse', 'onResult', 'onLookup'];
    const hooks = Object.fromEntries(names.map((name) => [name, record(name)]));
    return { emitted, client: toy({ transport, hooks }) };
  }

  test('all hook events of one call have its number', async () => {
    const { emitted, client } = recording(responding('{"state":"yes"}'));
    await client.capture(request);
    await client.lookup({ captureId: 'C-1' });
    expect(emitted).toEqual([
      '1 capture onRequest',
      '1 capture onResponse',
      '1 capture onResult',
      '2 lookup onRequest',
      '2 lookup onResponse',
      '2 lookup onLookup',
    ]);
  });

  test('hooks receive copies of the request and the response with the secrets masked', async () => {
    const events: object[] = [];
    const collect = (event: object): void => void events.push(event);
    const body = '{"state":"yes","said":"a-long-key"}';
    const transport: Transport = { send: ({ headers }) => Promise.resolve({ status: 200, headers, body }) };
    const client = toy({ transport, key: 'a-long-key', hooks: { onRequest: collect, onResponse: collect } });
    expect(await client.capture(request)).toMatchObject({ status: 'captured' });
    expect(events).toMatchObject([
      { provider: 'toy', request: { method: 'POST', url: 'https://toy.example/', headers: { 'x-key': '[secret]' } } },
      { response: { status: 200, headers: { 'x-key': '[secret]' }, body: '{"state":"yes","said":"[secret]"}' } },
    ]);
    const { milliseconds } = events[1] as { milliseconds: number };
    expect(milliseconds).toBeGreaterThanOrEqual(0);
    expect(milliseconds).toBeLessThan(60_000);
  });

  test('a call ends with a result event where no response arrived', async () => {
    const { emitted, client } = recording(failing);
    await client.capture(request);
    await client.lookup({ captureId: 'C-1' });
    expect(emitted).toEqual(['1 capture onRequest', '1 capture onResult', '2 lookup onRequest', '2 lookup onLookup']);
  });

  test('a hook may do with its result what it likes: it is a copy', async () => {
    const seen: unknown[] = [];
    const listen = ({ result }: { result: object }): void => {
      seen.push({ ...result });
      scramble(result);
    };
    const transport = responding('{"state":"no"}');
    const client = toy({ transport, hooks: { onResult: listen, onLookup: listen } });
    const results = [await client.capture(request), await client.lookup({ captureId: 'C-1' })];
    expect(JSON.stringify(results)).not.toContain('scrambled');
    const unobserved = toy({ transport });
    expect(results).toEqual([await unobserved.capture(request), await unobserved.lookup({ captureId: 'C-1' })]);
  });
});
describe('options that break a rule', () => {
  test.each<[string, object, string]>([
    [
      'a fetch that would be left out',
      { fetch: () => undefined, transport: failing },
      'fetch must not be combined with transport',
    ],
    ['a hook with another name', { hooks: { onrequest: () => undefined } }, 'hooks.onrequest is an unknown field'],
    ['a hook that is no function', { hooks: { onResult: 'log' } }, 'hooks.onResult must be a function'],
    [
      'a secret of a variable that is not set',
      { key: new Secret(undefined as unknown as string) },
      'key must hold a string',
    ],
  ])('a client with %s is refused when it is created', async (_what, options, issue) => {
    expect(await rulesOf(() => toy(options), InvalidOptionsError)).toEqual([issue]);
  });
});

test.each([0, 100, 199, 300, 302, 399])('the body of a response with HTTP %i is not read', async (status) => {
  const transport: Transport = { send: () => Promise.resolve({ status, headers: {}, body: '{"state":"yes"}' }) };
  expect(await toy({ transport }).capture(request)).toMatchObject({ status: 'unknown', reason: 'unreadable' });
  expect(await toy({ transport }).lookup({ captureId: 'C-1' })).toMatchObject({ status: 'unknown', decides: false });
});

describe('requests and lookups', () => {
  const client = toy({ transport: responding('{"state":"yes"}') });

  test('an unknown key of a request is named only where it cannot be a value', async () => {
    expect(await rulesOf(() => client.capture({ ...request, clientIP: '' }))).toEqual(['clientIP is an unknown field']);
    for (const key of ['123', 'sk_live_51H8abcDEF', 'p4ssw0rd'])
      expect(await rulesOf(() => client.capture({ ...request, [key]: 1 }))).toEqual(['[…] is an unknown field']);
  });

  test('a lookup needs a key that the provider can look up by', async () => {
    expect(await rulesOf(() => client.lookup({ reference: 'order-1042' }))).toEqual(['needs one of: captureId']);
  });

  test('a signal must be an AbortSignal', async () => {
    const signal = { aborted: false } as AbortSignal;
    expect(await rulesOf(() => client.capture(request, { signal }))).toEqual(['signal must be an AbortSignal']);
  });

  test('an optional argument that is undefined counts as left out', async () => {
    const nothing = { signal: undefined, timeout: undefined };
    expect(await client.capture(request, nothing)).toMatchObject({ status: 'captured' });
    expect(await client.lookup({ captureId: 'C-1', reference: undefined }, nothing)).toMatchObject({ decides: true });
  });
});

describe('input that is no plain data', () => {
  const silent: Transport = {
    send: () => {
      throw new Error('sent');
    },
  };
  const thrown = (): never => {
    throw new Error('of the caller, with 5425233430109903');
  };
  const trap = (handler: ProxyHandler<object>): object => new Proxy({ ...request }, handler);
  class Order {
    get amount(): never {
      return thrown();
    }
  }

  test.each<[string, string, unknown]>([
    [
      'a getter',
      'amount must be readable: reading it threw',
      Object.defineProperty({}, 'amount', { get: thrown, enumerable: true }),
    ],
    [
      'a getter inside',
      'amount.minor must be readable: reading it threw',
      { amount: Object.defineProperty({ currency: 'USD' }, 'minor', { get: thrown, enumerable: true }) },
    ],
    ['a getter of a class', 'amount must be readable: reading it threw', new Order()],
    ['a proxy that cannot be read', 'amount must be readable: reading it threw', trap({ get: thrown })],
    [
      'a proxy that lists nothing',
      'must be readable: reading it threw',
      trap({ ownKeys: thrown, has: thrown, get: thrown }),
    ],
  ])('a request with %s is refused by its path, without its error', async (_what, rule, input) => {
    const client = toy({ transport: silent });
    expect(await rulesOf(() => client.capture(input))).toEqual([rule]);
    expect(await rulesOf(() => client.prepare(input))).toEqual([rule]);
  });

  test('options, keys and call options that throw are refused by their path', async () => {
    const client = toy({ transport: silent });
    const throwing = (name: string): object => Object.defineProperty({}, name, { get: thrown, enumerable: true });
    expect(await rulesOf(() => client.capture(request, throwing('timeout')))).toEqual([
      'timeout must be readable: reading it threw',
    ]);
    expect(await rulesOf(() => client.lookup(throwing('captureId')))).toEqual([
      'captureId must be readable: reading it threw',
    ]);
    const options = Object.defineProperty({ baseUrl: 'https://toy.example' }, 'key', { get: thrown, enumerable: true });
    expect(await rulesOf(() => createClient(definition, options), InvalidOptionsError)).toEqual([
      'key must be readable: reading it threw',
    ]);
  });

  test('an array is refused wherever an object is expected', async () => {
    const client = toy({ transport: silent });
    const rule = 'must be an object, not an array';
    expect(await rulesOf(() => client.capture(request, [] as object))).toEqual([rule]);
    expect(await rulesOf(() => client.lookup({ captureId: 'C-1' }, [] as object))).toEqual([rule]);
    expect(await rulesOf(() => toy({ hooks: [] }), InvalidOptionsError)).toEqual([`hooks ${rule}`]);
    const amountOf = Object.assign([], { minor: 50, currency: 'USD' });
    expect(await rulesOf(() => client.capture({ amount: amountOf }))).toEqual([`amount ${rule}`]);
  });
});

test('a lookup without an amount says that none was requested, not that none was reported', async () => {
  const client = toy({ transport: responding('{"state":"yes"}') });
  expect(await client.lookup({ captureId: 'C-1' })).toMatchObject({
    status: 'captured',
    reportedAmount: { minor: 50, currency: 'USD' },
    amountCheck: 'not-requested',
  });
  expect(await client.lookup({ captureId: 'C-1', amount: request.amount })).toMatchObject({ amountCheck: 'match' });
});

test('a refusal of the wire form names the provider', async () => {
  const encode = (): never => {
    throw new InvalidRequestError({ issues: [{ path: 'amount.minor', rule: 'does not fit' }] });
  };
  const client = createClient({ ...definition, encode }, { baseUrl: 'https://toy.example', key: 'key' });
  const error: unknown = await client.capture(request).catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({
    provider: 'toy',
    message: 'toy: invalid request: amount.minor does not fit. Nothing was sent.',
  });
});
