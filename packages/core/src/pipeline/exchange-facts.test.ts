import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { toyCapabilities } from '../../test/toy-capabilities.ts';
import type { CaptureClient, LookupClient } from '../contract/client.ts';
import type { CheckedOptions, CheckedRequest, ProviderDefinition } from '../provider/definition.ts';
import { refused, undecided } from '../provider/verdict.ts';
import { baseUrl, clientOptions, credential } from '../schemas/options.ts';
import { responseObject } from '../schemas/response-object.ts';
import { amount } from '../schemas/request-fields.ts';
import type { Secret } from '../secrets/secret.ts';
import { TransportError, type Transport } from '../transport/http.ts';
import { createClient } from './create-client.ts';

const KEY = 'a-long-key-93af';
const response = responseObject({ state: v.string() });
const judge = ({ state }: { readonly state: string }) =>
  state === 'no'
    ? refused('rate_limited')
    : undecided(state === 'key' ? 'credentials_rejected' : 'unknown_status', { providerMessage: state });

const definition: ProviderDefinition<
  CheckedOptions & { readonly key: Secret },
  CheckedRequest,
  { readonly state: string },
  { readonly state: string }
> = {
  id: 'toy',
  capabilities: toyCapabilities,
  environments: {},
  advice: { credentials_rejected: 'Check shop and key.' },
  options: v.strictObject({ ...clientOptions, baseUrl: baseUrl(), key: credential() }),
  request: v.strictObject({ amount: amount() }),
  storable: { amount: true },
  encode: () => ({ method: 'POST', path: '/payments/A-1/capture?draft=1' }),
  sign: (call, { key }) => ({ call: { ...call, headers: { 'x-key': key } } }),
  response,
  judge,
  lookup: {
    encode: () => ({ method: 'GET', path: '/payments/A-1' }),
    response,
    judge: (found) => (found.state === 'no' ? undecided('rate_limited') : judge(found)),
  },
};

const clientWith = (transport: Transport, hooks: object = {}) =>
  createClient(definition, {
    baseUrl: 'https://toy.example/v1',
    key: KEY,
    transport,
    hooks,
  }) as CaptureClient<unknown> & LookupClient;

const responding = (body: string, status = 200, headers: Record<string, string> = {}): Transport => ({
  send: () => Promise.resolve({ status, headers, body }),
});

/** The errors of a capture and of a lookup over this transport. */
async function errorsOver(transport: Transport, hooks?: object) {
  const client = clientWith(transport, hooks);
  const captured = await client.capture({ amount: { minor: 50, currency: 'USD' } });
  const found = await client.lookup({ captureId: 'C-1' });
  return [captured, found].map((result) => ('error' in result ? result.error : undefined));
}

describe('the errors of captures and lookups', () => {
  test.each([
    ['an empty body', '', 'empty_body', undefined],
    ['a page', '<html>', 'html_page', undefined],
    ['half an object', '{"state":"y', 'truncated', undefined],
    ['a key twice', '{"state":"a","state":"b"}', 'repeated_key', 'state'],
    ['a number beyond a double', '{"state":74529001234567890123}', 'inexact_number', 'state'],
    ['an array', '[]', 'not_an_object', undefined],
    ['no state', '{}', 'member_missing', 'state'],
    ['a number as the state', `{"state":4111111111111111,"key":"${KEY}"}`, 'member_type', 'state'],
  ])('name %s', async (_what, body, detail, path) => {
    for (const error of await errorsOver(responding(body))) {
      expect(error).toMatchObject({ code: 'unreadable_response', detail, path });
      expect(error?.cause).toBeUndefined();
      expect(JSON.stringify(error)).not.toContain('4111');
      expect(JSON.stringify(error)).not.toContain(KEY);
    }
  });

  test('have the wait that the response demands, whether it could be read or not', async () => {
    const headers = { 'retry-after': '7' };
    for (const transport of [
      responding('{"state":"no"}', 429, headers),
      responding('{"state":"?"}', 503, headers),
      responding('<html>', 429, headers),
      responding('', 503, headers),
      { send: () => Promise.reject(new TransportError('unreadable', 'unreadable_response', 429, { headers })) },
      { send: () => Promise.reject(new TransportError('in-doubt', 'connection_lost', 429, { headers })) },
    ])
      for (const error of await errorsOver(transport)) expect(error).toMatchObject({ retryAfter: 7 });
    for (const error of await errorsOver(responding('{"state":"no"}', 429)))
      expect(error).toHaveProperty('retryAfter', undefined);
  });

  test.each([
    ['404 with JSON', responding('{"state":"Not Found"}', 404)],
    ['404 with other JSON', responding('{"message":"no route"}', 404)],
    ['404 without a body', responding('', 404)],
    ['405', responding('{}', 405)],
    ['a redirect', responding('', 301, { location: 'https://toy.example/' })],
    ['a page', responding('<!doctype html><title>Welcome to nginx!</title>')],
    ['a page with 403', responding('<html>', 403)],
  ])('ask about baseUrl after %s, with host and path of the request', async (_what, transport) => {
    const [captured, found] = await errorsOver(transport);
    expect(captured?.message).toContain('Is baseUrl right? The request went to toy.example/v1/payments/A-1/capture.');
    expect(found?.message).toContain('Is baseUrl right? The request went to toy.example/v1/payments/A-1.');
  });

  test.each([
    ['a status of failure', responding('', 500)],
    ['a status without a meaning', responding('{"state":"?"}')],
    ['a rejected key', responding('{"state":"key"}', 401)],
  ])('do not ask about baseUrl after %s', async (_what, transport) => {
    for (const error of await errorsOver(transport)) expect(error?.message).not.toContain('baseUrl');
  });

  test('mask a secret in the address that they name', async () => {
    const client = createClient(
      { ...definition, encode: () => ({ method: 'POST', path: `/pay/${KEY}` }) },
      { baseUrl: 'https://toy.example', key: KEY, transport: responding('', 404) },
    );
    const result = await client.capture({ amount: { minor: 50, currency: 'USD' } });
    expect(JSON.stringify(result)).toContain('toy.example/pay/');
    expect(JSON.stringify(result)).not.toContain(KEY);
  });

  test("give the provider's own advice, then the lookup", async () => {
    for (const error of await errorsOver(responding('{"state":"key"}')))
      expect(error?.advice).toMatch(/^Check shop and key\. Do not send again\. (?:Look up the payment|No lookup)/);
    for (const error of await errorsOver(responding('denied', 401)))
      expect(error).toMatchObject({
        code: 'credentials_rejected',
        advice: expect.stringContaining('Check shop') as string,
      });
  });
});

describe('responses whose body cannot be read', () => {
  const failure = (detail: 'charset' | 'not_utf_8' | 'too_long' | 'content_encoding') => ({
    send: () =>
      Promise.reject(
        new TransportError('unreadable', 'unreadable_response', 400, {
          detail,
          headers: { 'content-type': 'text/plain; charset=utf-16', 'x-echo': `key=${KEY}` },
        }),
      ),
  });

  test.each(['charset', 'not_utf_8', 'too_long', 'content_encoding'] as const)(
    'reach the hook without it, with %s as the reason',
    async (detail) => {
      const seen: { response: { body: string }; bodyOmitted: unknown }[] = [];
      const onResponse = (event: (typeof seen)[number]) => seen.push(event);
      const errors = await errorsOver(failure(detail), { onResponse });
      expect(errors.map((error) => error?.detail)).toEqual([detail, detail]);
      expect(seen).toHaveLength(2);
      expect(seen[0]).toMatchObject({ call: 1, bodyOmitted: detail, response: { status: 400, body: '' } });
      expect(seen[0]).toHaveProperty('response.headers.content-type', 'text/plain; charset=utf-16');
      expect(JSON.stringify(seen)).not.toContain(KEY);
    },
  );

  test('reach the hook once, and a complete one has no reason', async () => {
    const seen: unknown[] = [];
    await errorsOver(responding('{}'), {
      onResponse: (event: { bodyOmitted: unknown }) => seen.push(event.bodyOmitted),
    });
    expect(seen).toEqual([undefined, undefined]);
  });

  test('do not reach the hook where no response arrived, or only a part of it', async () => {
    const seen: unknown[] = [];
    for (const phase of ['unsent', 'in-doubt'] as const)
      await errorsOver(
        { send: () => Promise.reject(new TransportError(phase, 'timeout', phase === 'unsent' ? undefined : 200)) },
        { onResponse: (event: unknown) => seen.push(event) },
      );
    expect(seen).toEqual([]);
  });
});
