import { describeJsonAmounts, loopback } from '@capture/testing';
import { expect, test } from 'vitest';
import { connect, example, request } from '../test/support.ts';

test('the documented example is sent field by field and type by type, to the doubled base URL', async () => {
  const { apiKey = '', authorization = '', merchantId = '' } = example.credentials;
  const server = await loopback(example.response.status, example.response.body);
  const client = connect({ apiKey, authorization, merchantId, baseUrl: `${server.baseUrl}/api/v1/api/v1` });
  await client.capture({ ...request, notes: 'Capturing authorised amount', reference: 'qwe' });

  const { method, path, headers, body } = example.request;
  expect(server.requests).toEqual([
    {
      method,
      path: `/api/v1/api/v1${path}`,
      headers: expect.objectContaining({ ...headers, accept: 'application/json' }) as unknown,
      body: expect.any(String) as unknown,
    },
  ]);
  expect(JSON.parse(server.requests[0]?.body ?? '')).toEqual(body);
});

test('the base URL is kept as it is, including the doubled part', () => {
  expect(connect().prepare(request).url).toBe(
    `https://api-dev.paymentoptions.com/api/v1/api/v1/server-to-server-interface/capture`,
  );
});

test('a field that is left out is not sent, and the reference never is: a capture has no field for it', () => {
  const { body } = connect().prepare({ ...request, reference: 'order-1042' });
  expect(Object.keys(JSON.parse(body ?? '') as object)).toEqual(['transactionId', 'amount', 'merchant_id']);
});

describeJsonAmounts(connect, request, (digits) => `"amount":${digits},`);
