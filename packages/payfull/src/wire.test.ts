import { describe, expect, test } from 'vitest';
import { loopback, sampleOf } from '@capture/testing';
import { createPayfull, payfullHash } from './index.ts';

const sample = sampleOf('payfull');
const merchant = sample.credentials['merchant'] ?? '';
const password = sample.credentials['password'] ?? '';
const request = {
  authorizationId: 'T4U_8d8125d10a_481a77f38',
  amount: { minor: 2302, currency: 'TRY' },
  clientIp: '192.168.1.1',
  notes: 'just any passive data',
} as const;

describe("the page's example", () => {
  test('arrives field for field, but for the reference that the client always sends', async () => {
    const { baseUrl, arrived } = await loopback(200, sample.response.body);
    const result = await createPayfull({ merchant, password, baseUrl, language: 'tr' }).capture(request);

    expect(arrived).toHaveLength(1);
    const [{ method, path, headers, body } = { headers: {}, body: '' }] = arrived;
    expect(`${String(method)} ${String(path)}`).toBe(`${sample.request.method} ${sample.request.path}`);
    expect(headers).toMatchObject({ ...sample.request.headers, accept: 'application/json' });
    const { merchant_trx_id, hash, ...fields } = Object.fromEntries(new URLSearchParams(body));
    expect({ ...fields, hash: payfullHash(fields, password) }).toEqual(sample.request.body);
    expect(merchant_trx_id).toBe(result.reference);
    expect(hash).toBe(payfullHash({ ...fields, merchant_trx_id: merchant_trx_id ?? '' }, password));
  });

  test('is form-urlencoded: blanks as +, UTF-8 percent-encoded, each name once', () => {
    const { body } = createPayfull({ merchant, password, baseUrl: 'https://shop.payfull.com' }).prepare({
      ...request,
      notes: 'Ödeme & fiş',
      reference: 'order-1',
    });
    expect(body).toBe(
      'merchant=merchant+name&type=Capture&language=en&client_ip=192.168.1.1&transaction_id=T4U_8d8125d10a_481a77f38' +
        '&total=23.02&passive_data=%C3%96deme+%26+fi%C5%9F&merchant_trx_id=order-1&hash=%5Bsecret%5D',
    );
  });

  test('has no empty parameter: what is not given is not sent', () => {
    const { body } = createPayfull({ merchant, password, baseUrl: 'https://shop.payfull.com' }).prepare({
      authorizationId: request.authorizationId,
      amount: request.amount,
      clientIp: request.clientIp,
    });
    const fields = new URLSearchParams(body);
    expect(fields.has('passive_data')).toBe(false);
    expect([...fields.values()].every((value) => value !== '')).toBe(true);
  });
});

describe('total', () => {
  test.each([
    [2302, '23.02'],
    [100, '1.00'],
    [1000, '10.00'],
    [5, '0.05'],
    [Number.MAX_SAFE_INTEGER, '90071992547409.91'],
  ])('%i kuruş goes out as %s', (minor, total) => {
    const client = createPayfull({ merchant, password, baseUrl: 'https://shop.payfull.com' });
    const { body } = client.prepare({ ...request, amount: { minor, currency: 'TRY' } });
    expect(new URLSearchParams(body).get('total')).toBe(total);
  });
});

test('the password is neither sent nor shown', async () => {
  const { baseUrl, arrived } = await loopback(200, sample.response.body);
  const client = createPayfull({ merchant, password, baseUrl });
  await client.capture(request);
  expect(JSON.stringify(arrived)).not.toContain(password);
  expect(JSON.stringify(client.prepare(request))).not.toContain(password);
});
