import {
  BAD_CLIENT_IPS,
  BAD_NOTES,
  badBodyReferences,
  describeRefusedInput,
  describeRefusedOptions,
  pathsOf,
  respondingWith,
} from '@capture/testing';
import { describe, expect, test } from 'vitest';
import { connect, options, request, sample } from '../test/support.ts';
import { createPayfull } from './index.ts';

const LANGUAGE = 'must be "en" or "tr"';

describeRefusedInput(connect, request, [
  ...badBodyReferences(),
  ...BAD_NOTES,
  ...BAD_CLIENT_IPS,
  ['no clientIp', 'clientIp', undefined, 'is required'],
  ['a currency that Payfull does not take', 'amount.currency', 'CHF', 'must be one of TRY, USD, EUR, GBP'],
  ['another language', 'language', 'de', LANGUAGE, { hidden: [] }],
  ['the documented name of the id', 'transaction_id', 'T4U_8d8125d10a', 'is an unknown field'],
]);

test('a request that breaks several rules is refused with all of them', async () => {
  const paths = ['authorizationId', 'amount', 'clientIp'];
  expect(await pathsOf(() => connect().capture({} as never))).toEqual(paths);
});

describeRefusedOptions(createPayfull, options, {
  required: ['merchant', 'password', 'baseUrl'],
  secrets: ['password'],
  rows: [
    ['another language', 'language', 'fr', LANGUAGE, { hidden: [] }],
    ["another provider's option", 'shopId', '12345', 'is an unknown field'],
  ],
});

describe('the reference', () => {
  const sentReference = (body: string | undefined) => new URLSearchParams(body).get('merchant_trx_id');

  test('a reference is generated where the request has none, sent, and returned', async () => {
    const { fetch, requests } = respondingWith(200, sample.response.body);
    const client = connect({ fetch });
    const results = [await client.capture(request), await client.capture(request)];
    const sent = requests.map(({ body }) => sentReference(body));
    expect(results.map(({ reference }) => reference)).toEqual(sent);
    expect(sent.every((reference) => /^[0-9a-f]{32}$/.test(reference ?? ''))).toBe(true);
    expect(sent[0]).not.toBe(sent[1]);
  });

  test('the reference of a request is sent unchanged', () => {
    const prepared = connect().prepare({ ...request, reference: 'order-1042' });
    expect(prepared.reference).toBe('order-1042');
    expect(sentReference(prepared.body)).toBe('order-1042');
  });
});
