import { expect, test } from 'vitest';
import { createSandbox } from '../index.ts';
import { request, sampleOf, send, type Body } from '../../test/sample.ts';

// Requests as clients that others wrote send them.

test('pockyt: the PHP and Python SDKs send a form', async () => {
  const sandbox = createSandbox();
  const [url, init] = request('pockyt', sandbox.baseUrl('pockyt'));
  const fields = JSON.parse(init.body as string) as Record<string, string>;
  const response = await sandbox.fetch(url, { method: 'POST', body: new URLSearchParams(fields) });
  expect(await response.json()).toMatchObject({ ret_code: '000100', result: { status: 'success' } });
});

test.each(['YOUR_API_KEY_HERE', '<api-key>'])(
  'paymentoptions: the key %j is accepted bare and in base64',
  async (key) => {
    const sandbox = createSandbox();
    for (const form of [key, btoa(key)]) {
      sandbox.reset();
      const { status } = await send(sandbox, 'paymentoptions', { headers: { authorization: `Basic ${form}` } });
      expect(status).toBe(201);
    }
    const other = await send(sandbox, 'paymentoptions', { headers: { authorization: `Basic ${btoa('another')}` } });
    expect(other.status).toBe(401);
  },
);

test('paymentoptions: an amount may be a string', async () => {
  const { body } = await send(createSandbox(), 'paymentoptions', { edit: (sent) => (sent['amount'] = '1000') });
  expect(body).toMatchObject({ success: true, payment_details: { amount: 1000 } });
});

test.each<[string, (body: Body) => unknown]>([
  ['passive data with line breaks and braces', (body) => (body['passive_data'] = '{{"a":1}}\r\n')],
  ['an unknown address', (body) => (body['client_ip'] = 'UNKNOWN')],
  ['a list of addresses', (body) => (body['client_ip'] = '203.0.113.7, 10.0.0.1')],
  ['a total as PHP prints it', (body) => (body['total'] = '99.5')],
  ['a whole total', (body) => (body['total'] = '100')],
])('payfull: %s is accepted', async (_, edit) => {
  const { body } = await send(createSandbox(), 'payfull', { edit });
  expect(body).toMatchObject({ status: 1, ErrorCode: '00' });
});

test.each([
  ['en', 'Insufficient funds'],
  ['tr', 'Yetersiz bakiye'],
])('payfull: a decline is in the requested language, %s', async (language, message) => {
  const edit = (body: Body) => Object.assign(body, { language, merchant_trx_id: 'decline-insufficient-funds' });
  expect((await send(createSandbox(), 'payfull', { edit })).body).toMatchObject({ status: 0, ErrorMSG: message });
});

test('freepayment: a capture without tracking_id, on request', async () => {
  const sandbox = createSandbox();
  const { amount } = sampleOf('freepayment');
  const authorization = { provider: 'freepayment', amount, reference: 'order-1' } as const;
  for (const capturesRepeatReference of [true, false]) {
    const { id } = sandbox.authorize({ ...authorization, capturesRepeatReference });
    const edit = (body: Body) => Object.assign(body['request'] as Body, { parent_uid: id, amount: amount.minor });
    const { body } = await send(sandbox, 'freepayment', { edit });
    expect((body['transaction'] as Body)['tracking_id']).toBe(capturesRepeatReference ? 'order-1' : undefined);
  }
});
