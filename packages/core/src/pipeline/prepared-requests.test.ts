import * as v from 'valibot';
import { expect, test } from 'vitest';
import { rulesOf } from '../../test/refusals.ts';
import { toyCapabilities } from '../../test/toy-capabilities.ts';
import { baseUrl, clientOptions } from '../schemas/options.ts';
import { amount, newReference, reference } from '../schemas/request-fields.ts';
import { TransportError, type Transport, type WireRequest } from '../transport/http.ts';
import { defineProvider } from './define-provider.ts';

let explanations = 0;
const createToy = defineProvider({
  id: 'toy',
  capabilities: { ...toyCapabilities, reference: 'sent', lookupBy: [], uniqueKeys: [] },
  environments: {},
  options: v.strictObject({ ...clientOptions, baseUrl: baseUrl() }),
  request: v.strictObject({ amount: amount(), reference: v.optional(reference(), newReference) }),
  storable: { amount: true, reference: true },
  encode: (request) => ({
    method: 'POST',
    path: '/',
    body: { type: 'json', fields: { minor: request.amount.minor, reference: request.reference } },
  }),
  sign: (call) => ({
    call,
    explain: () => {
      explanations += 1;
      return { string: 'signed', steps: [] } as never;
    },
  }),
  response: v.object({ state: v.string() }),
  judge: ({ state }) => ({ status: 'unknown', reason: 'undecided', code: 'unknown_status', providerCode: state }),
});

/** A client that records its requests. */
function world(respond: () => Promise<{ status: number; headers: object; body: string }> = accepted) {
  const sent: WireRequest[] = [];
  const transport: Transport = {
    send: (request) => {
      sent.push(request);
      return respond().then((response) => ({ ...response, headers: {} }));
    },
  };
  return { client: createToy({ baseUrl: 'https://toy.example', transport }), sent };
}
const accepted = () => Promise.resolve({ status: 200, headers: {}, body: '{"state":"new"}' });
const unsent = () => Promise.reject(new TransportError('unsent', 'connection_refused'));
const request = { amount: { minor: 50, currency: 'USD' } };

const ruleOf = async (action: () => unknown): Promise<string> => (await rulesOf(action)).join();

test('a prepared request is sent as it was prepared, with the reference that was generated for it', async () => {
  const { client, sent } = world();
  const prepared = client.prepare(request);
  const result = await client.capture(prepared);
  expect(result).toMatchObject({ reference: prepared.reference, amount: request.amount });
  expect(sent.map(({ body }) => body)).toEqual([prepared.exactBody?.reveal()]);
  expect(prepared.reference).toMatch(/^[0-9a-f]{32}$/);
});

test('changing a prepared request changes nothing of what is sent', async () => {
  const { client, sent } = world();
  const prepared = client.prepare(request);
  const exact = prepared.exactBody?.reveal();
  Object.assign(prepared, { url: 'https://elsewhere.example/', body: '{}' });
  await client.capture(prepared);
  expect(sent).toMatchObject([{ url: 'https://toy.example/', body: exact }]);
});

test('a prepared request is captured once: a second capture is refused and nothing is sent', async () => {
  const { client, sent } = world();
  const prepared = client.prepare(request);
  const [first, second] = [client.capture(prepared), client.capture(prepared)];
  expect(await ruleOf(() => second)).toMatch(/^was captured before/);
  await first;
  expect(await ruleOf(() => client.capture(prepared))).toMatch(/^was captured before/);
  expect(sent).toHaveLength(1);
});

test('a prepared request that is proven unsent may be captured again', async () => {
  const responses = [unsent, accepted];
  const { client, sent } = world(() => (responses.shift() ?? accepted)());
  const prepared = client.prepare(request);
  expect(await client.capture(prepared)).toMatchObject({ status: 'unsent' });
  expect(await client.capture(prepared)).toMatchObject({ status: 'unknown' });
  expect(sent[0]).toEqual(sent[1]);
});

test('call options that break a rule leave a prepared request as it was', async () => {
  const { client, sent } = world();
  const prepared = client.prepare(request);
  expect(await ruleOf(() => client.capture(prepared, { timeout: 0 }))).toMatch(/whole number of milliseconds/);
  expect(await client.capture(prepared)).toMatchObject({ status: 'unknown' });
  expect(sent).toHaveLength(1);
});

test('a copy of a prepared request, or one of another client, is refused and nothing is sent', async () => {
  const { client, sent } = world();
  const prepared = client.prepare(request);
  expect(await ruleOf(() => client.capture({ ...prepared }))).toMatch(
    /^must be the object that prepare\(\) of this client returned/,
  );
  const another = world();
  expect(await ruleOf(() => another.client.capture(prepared))).toMatch(/^must be the object that prepare\(\)/);
  expect([...sent, ...another.sent]).toEqual([]);
});

test('the storable fields of a prepared request make the same request, with the reference that was generated', () => {
  const { client } = world();
  const first = client.prepare(request);
  expect(first.storable).toEqual({ ...request, reference: first.reference });
  const stored = JSON.parse(JSON.stringify(first.storable)) as typeof request;
  expect(client.prepare(stored).exactBody?.reveal()).toBe(first.exactBody?.reveal());
});

test('a prepared request has its lookup keys before it is sent; a generated reference has no earlier capture', async () => {
  const { client } = world();
  const generated = client.prepare(request);
  expect(generated.lookupKeys).toEqual({ reference: generated.reference, ...request, knownCaptureIds: [] });
  expect(client.prepare({ ...request, reference: 'order-1' }).lookupKeys).toEqual({ reference: 'order-1', ...request });
  const result = await client.capture(generated);
  expect(result).toMatchObject({ lookupKeys: generated.lookupKeys });
});

test('a last check that refuses ends as unsent, and the same prepared request may be captured later', async () => {
  const { client, sent } = world();
  const prepared = client.prepare(request);
  for (const lastCheck of [() => false, () => JSON.parse('{') as boolean])
    expect(await client.capture(prepared, { lastCheck })).toMatchObject({
      status: 'unsent',
      error: { code: 'aborted', detail: 'last_check', moneyMoved: 'no' },
    });
  expect(sent).toEqual([]);
  await client.capture(prepared, { lastCheck: () => true });
  expect(sent).toHaveLength(1);
});

test('a last check that is no function is rejected', async () => {
  const { client } = world();
  const lastCheck = true as unknown as () => boolean;
  expect(await ruleOf(() => client.capture(request, { lastCheck }))).toContain('must be a function');
});

test('the signature is explained once, when the explanation is read, and not to send', async () => {
  const { client } = world();
  explanations = 0;
  const prepared = client.prepare(request);
  await client.capture(prepared);
  expect(explanations).toBe(0);
  expect(prepared.signature).toBe(prepared.signature);
  expect({ ...prepared }.signature).toMatchObject({ string: 'signed' });
  expect(explanations).toBe(1);
});
