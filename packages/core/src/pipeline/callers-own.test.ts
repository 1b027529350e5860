import { describe, expect, test, vi } from 'vitest';
import * as v from 'valibot';
import { scramble } from '../../test/scramble.ts';
import { toyCapabilities } from '../../test/toy-capabilities.ts';
import { CaptureError } from '../errors/capture-error.ts';
import { InvalidRequestError } from '../errors/invalid-input.ts';
import { contradictory, mustBe, refused, type Verdict } from '../provider/verdict.ts';
import { amount } from '../schemas/request-fields.ts';
import { baseUrl, clientOptions } from '../schemas/options.ts';
import { TransportError, type Transport } from '../transport/http.ts';
import { defineProvider } from './define-provider.ts';

// What a caller receives is the caller's own: plain, not frozen, shared with nothing, and complete after a structured
// clone.
const CHECKS = [mustBe('id', 'C-1', 'C-1')];
const VERDICTS: Readonly<Record<string, Verdict>> = {
  captured: { status: 'captured', captureId: 'C-1', reported: { minor: 50, currency: 'USD' }, consistency: CHECKS, correlation: CHECKS }, // prettier-ignore
  pending: { status: 'pending', captureId: 'C-1', reported: { minor: 50, currency: 'USD' }, consistency: [], correlation: CHECKS, redirect: 'https://acs.example' }, // prettier-ignore
  declined: refused('card_expired', { providerCode: '54', providerMessage: 'expired' }, CHECKS),
  unknown: contradictory(CHECKS, { providerCode: '7' }),
};
const schema = v.object({ state: v.string() });
const judge = ({ state }: { state: string }) => VERDICTS[state] ?? refused('declined');
const createToy = defineProvider({
  id: 'toy',
  environments: {},
  capabilities: toyCapabilities,
  options: v.strictObject({ ...clientOptions, baseUrl: baseUrl() }),
  request: v.strictObject({ amount: amount() }),
  storable: { amount: true },
  encode: () => ({ method: 'POST', path: '/', body: { type: 'json', fields: {} } }),
  sign: (call) => ({ call }),
  response: schema,
  judge,
  lookup: { encode: () => ({ method: 'GET', path: '/' }), response: schema, judge },
});

const transports: Readonly<Record<string, Transport>> = {
  ...Object.fromEntries(
    Object.keys(VERDICTS).map((state) => [
      state,
      { send: () => Promise.resolve({ status: 200, headers: {}, body: JSON.stringify({ state }) }) },
    ]),
  ),
  unsent: { send: () => Promise.reject(new TransportError('unsent', 'connection_refused')) },
  'in doubt': { send: () => Promise.reject(new TransportError('in-doubt', 'timeout')) },
  unreadable: { send: () => Promise.resolve({ status: 502, headers: {}, body: '<html>' }) },
};
const names = Object.keys(transports);
const request = { amount: { minor: 50, currency: 'USD' } };
const clientOf = (name: string, others: object = {}) =>
  createToy({ baseUrl: 'https://toy.example', transport: transports[name], ...others });
const resultsOf = async (client: ReturnType<typeof clientOf>) => [
  await client.capture(request),
  await client.lookup({ captureId: 'C-1', amount: request.amount }),
];

describe.each(names)('results: %s', (name) => {
  test('nothing is frozen, also where hooks listen', async () => {
    const events: unknown[] = [];
    const listen = (event: unknown): void => void events.push(event);
    const hooks = { onRequest: listen, onResponse: listen, onResult: listen, onLookup: listen };
    for (const result of await resultsOf(clientOf(name, { hooks }))) expect(scramble(result)).toBe(0);
    expect(events.length).toBeGreaterThan(3);
    for (const event of events) expect(scramble(event)).toBe(0);
  });

  test('a change to a result reaches no later one', async () => {
    const client = clientOf(name);
    const expected = structuredClone(await resultsOf(clientOf(name)));
    for (const result of await resultsOf(client)) scramble(result);
    expect(structuredClone(await resultsOf(client))).toEqual(expected);
  });

  test('a structured clone keeps everything, and the facts of the error as data', async () => {
    for (const result of await resultsOf(clientOf(name))) {
      const { error, ...data } = result as { error?: CaptureError; errorData?: object };
      const { error: clonedError, ...cloned } = structuredClone(result) as { error?: Error };
      expect(cloned).toEqual(data);
      expect(clonedError?.message).toBe(error?.message);
      expect(data.errorData).toEqual(error && Object.assign({}, error, { name: error.name, message: error.message }));
      if (error) expect(data.errorData).toMatchObject({ code: error.code, advice: error.advice, moneyMoved: error.moneyMoved }); // prettier-ignore
    }
  });
});

test('a hook receives an error of the same class, with its stack', async () => {
  const onResult = vi.fn<(event: { result: object }) => void>();
  const result = await clientOf('declined', { hooks: { onResult } }).capture(request);
  const { error } = result as { error: CaptureError };
  const { error: copy } = onResult.mock.calls[0]![0].result as { error: CaptureError };
  expect(copy).not.toBe(error);
  expect([CaptureError.is(copy), copy.constructor, copy.stack]).toEqual([true, error.constructor, error.stack]);
  expect(copy.toJSON()).toEqual(error.toJSON());
});

test('a prepared request that was not sent is captured again, whatever happened to its first result', async () => {
  const sends = [Promise.reject(new TransportError('unsent', 'timeout')), transports['captured']!.send({} as never, {} as never)]; // prettier-ignore
  const client = createToy({ baseUrl: 'https://toy.example', transport: { send: () => sends.shift()! } });
  const prepared = client.prepare(request);
  scramble(await client.capture(prepared));
  expect(await client.capture(prepared)).toMatchObject({ status: 'captured', ...request });
});

test('a prepared request can be cloned for a message, without its secrets', () => {
  const prepared = clientOf('captured').prepare(request);
  expect(structuredClone(prepared)).toMatchObject({ method: 'POST', url: 'https://toy.example/' });
  expect(scramble({ ...prepared, exactBody: undefined })).toBe(0);
});

test('a broken request keeps its issues in toJSON, and their sentence in a clone', async () => {
  const error: unknown = await clientOf('captured')
    .capture({} as typeof request)
    .catch((reason: unknown) => reason);
  if (!InvalidRequestError.is(error)) throw error;
  expect(structuredClone(error.toJSON())).toMatchObject({
    name: 'InvalidRequestError',
    issues: [{ path: 'amount', rule: 'is required' }],
  });
  expect(structuredClone(error).message).toContain('amount is required');
});

describe('a client', () => {
  test('can be spied on', async () => {
    const client = clientOf('captured');
    const spy = vi.spyOn(client, 'capture').mockRejectedValueOnce(new Error('spied'));
    await expect(client.capture(request)).rejects.toThrow('spied');
    spy.mockRestore();
    expect(await client.capture(request)).toMatchObject({ status: 'captured' });
    expect(vi.spyOn(client, 'lookup')).not.toHaveBeenCalled();
    expect(vi.spyOn(client, 'prepare')).not.toHaveBeenCalled();
  });

  test('has functions of its own that any test library can replace', () => {
    const client = clientOf('captured');
    for (const name of ['capture', 'prepare', 'lookup']) {
      const descriptor = Object.getOwnPropertyDescriptor(client, name);
      expect(descriptor).toMatchObject({ writable: true, configurable: true, enumerable: true });
      // As jest replaces a function.
      Object.defineProperty(client, name, { ...descriptor, value: () => 'replaced' });
      expect((client as unknown as Record<string, () => unknown>)[name]!()).toBe('replaced');
    }
  });

  test('has capabilities of its own: a change to them reaches no other client, and no capture', async () => {
    const client = clientOf('captured');
    expect(scramble(client.capabilities)).toBe(0);
    expect(clientOf('captured').capabilities).toEqual(toyCapabilities);
    expect(await client.capture(request)).toMatchObject({ status: 'captured' });
    expect(await client.lookup({ captureId: 'C-1' })).toMatchObject({ status: 'captured' });
  });
});
