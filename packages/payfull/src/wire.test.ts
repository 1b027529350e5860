import { loopback } from '@capture/testing';
import { describe, expect, test } from 'vitest';
import { connect, options, request as example, sample } from '../test/support.ts';
import { payfullHash } from './index.ts';

const { password } = options;
const request = { ...example, amount: { minor: 2302, currency: 'TRY' } };

describe('the documented example', () => {
  test('the documented example is sent field by field, plus the reference that the client always sends', async () => {
    const { baseUrl, requests } = await loopback(200, sample.response.body);
    const result = await connect({ baseUrl, language: 'tr' }).capture(request);

    expect(requests).toHaveLength(1);
    const [{ method, path, headers, body } = { headers: {}, body: '' }] = requests;
    expect(`${String(method)} ${String(path)}`).toBe(`${sample.request.method} ${sample.request.path}`);
    expect(headers).toMatchObject({ ...sample.request.headers, accept: 'application/json' });
    const { merchant_trx_id, hash, ...fields } = Object.fromEntries(new URLSearchParams(body));
    expect({ ...fields, hash: payfullHash(fields, password) }).toEqual(sample.request.body);
    expect(merchant_trx_id).toBe(result.reference);
    expect(hash).toBe(payfullHash({ ...fields, merchant_trx_id: merchant_trx_id ?? '' }, password));
  });

  test('a request is form-urlencoded: spaces as +, UTF-8 percent-encoded, each name once', () => {
    const { body } = connect().prepare({
      ...request,
      notes: 'Ödeme & fiş',
      reference: 'order-1',
    });
    expect(body).toBe(
      'merchant=merchant+name&type=Capture&language=en&client_ip=192.168.1.1&transaction_id=T4U_8d8125d10a_481a77f38' +
        '&total=23.02&passive_data=%C3%96deme+%26+fi%C5%9F&merchant_trx_id=order-1&hash=%5Bsecret%5D',
    );
  });

  test('a field that is left out is not sent, and no parameter is empty', () => {
    const { body } = connect().prepare({
      authorizationId: request.authorizationId,
      amount: request.amount,
      clientIp: request.clientIp,
    });
    const fields = new URLSearchParams(body);
    expect(fields.has('installments')).toBe(false);
    // A generated one, which the response must repeat.
    expect(fields.get('passive_data')).toMatch(/^[0-9a-f]{32}$/);
    expect([...fields.values()].every((value) => value !== '')).toBe(true);
  });
});

describe('amounts', () => {
  test.each([
    [2302, '23.02'],
    [100, '1.00'],
    [1000, '10.00'],
    [5, '0.05'],
    [Number.MAX_SAFE_INTEGER, '90071992547409.91'],
  ])('%i kuruş are sent as a total of %s', (minor, total) => {
    const client = connect();
    const { body } = client.prepare({ ...request, amount: { minor, currency: 'TRY' } });
    expect(new URLSearchParams(body).get('total')).toBe(total);
  });
});

test('the password is neither sent nor shown in a prepared request', async () => {
  const { baseUrl, requests } = await loopback(200, sample.response.body);
  const client = connect({ baseUrl });
  await client.capture(request);
  expect(JSON.stringify(requests)).not.toContain(password);
  expect(JSON.stringify(client.prepare(request))).not.toContain(password);
});
