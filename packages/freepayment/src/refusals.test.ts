import { describe, expect, test } from 'vitest';
import { verdict } from '../test/support.ts';

describe('a refusal of the request', () => {
  test.each<[string, number, unknown, string]>([
    [
      'wrong credentials',
      401,
      { message: 'Invalid shop_id/secret_key.', errors: { system: ['System error.'] } },
      'credentials_rejected',
    ],
    ['no access', 403, { message: 'Access denied', errors: { system: 'Access denied' } }, 'credentials_rejected'],
    ['an unknown parent', 404, { message: 'Not found', errors: ['Transaction not found'] }, 'authorization_not_found'],
    [
      'a missing field',
      422,
      { message: 'Unprocessable entity', errors: { request: { amount: ['is missing'] } } },
      'invalid_request',
    ],
    [
      'too much',
      422,
      { message: "Amount can't be greater than 50", errors: { amount: ['is wrong'] } },
      'amount_exceeds_authorization',
    ],
    [
      'too much, said of the field',
      422,
      { message: 'Unprocessable entity', errors: { request: { amount: ["Amount can't be greater than 50"] } } },
      'amount_exceeds_authorization',
    ],
    ['too many requests', 429, { message: 'Too many requests', errors: { system: ['limit'] } }, 'rate_limited'],
    ['a listed code', 422, { message: 'Refused', errors: {}, code: 'F.0113' }, 'currency_not_supported'],
    ['a code that is not listed', 422, { message: 'Invalid request', errors: {}, code: 'E.0625' }, 'invalid_request'],
  ])('%s: declined, nothing moved', async (_what, status, answer, code) => {
    expect(await verdict(answer, status)).toMatchObject({ status: 'declined', error: { code, moneyMoved: 'no' } });
  });

  test.each([{}, [], '', [''], [[]], [null]])(
    'with empty errors (%j) may be that of a proxy: unknown, unless a code of the vendor is there',
    async (errors) => {
      for (const status of [401, 403, 404, 422, 429]) {
        expect(await verdict({ message: 'Not Found', errors }, status)).toMatchObject({
          status: 'unknown',
          error: { code: 'unknown_status' },
        });
        expect(await verdict({ message: 'Not Found', errors, code: 'not_found' }, status)).toMatchObject({
          status: 'unknown',
        });
        expect(await verdict({ message: 'Not Found', errors, code: 'F.0110' }, status)).toMatchObject({
          status: 'declined',
        });
      }
    },
  );

  test('says where it hurts, whether errors are text, a list or nested', async () => {
    const said = async (errors: unknown) => {
      const result = await verdict({ message: 'Unprocessable entity', errors }, 422);
      return result.status === 'declined' ? result.error.providerMessage : result.status;
    };
    expect(await said('amount is missing')).toBe('Unprocessable entity; amount is missing');
    expect(await said(['is missing', { amount: 'is 0' }])).toBe('Unprocessable entity; is missing; amount: is 0');
    expect(await said({ request: { amount: ['is missing', 'is 0'] } })).toBe(
      'Unprocessable entity; request.amount: is missing; request.amount: is 0',
    );
  });

  test('says what is no text too, and names without anything', async () => {
    const errors = { request: { amount: 0, test: true, items: [1, ''] }, base: [], parent: null };
    expect(await verdict({ message: 'Unprocessable entity', errors }, 422)).toMatchObject({
      error: {
        providerMessage:
          'Unprocessable entity; request.amount: 0; request.test: true; request.items: 1; request.items; base; parent',
      },
    });
  });

  test('beside a transaction that cannot be read is none', async () => {
    const body = { message: 'Unprocessable entity', errors: { base: ['x'] }, transaction: { amount: '50' } };
    expect(await verdict(body, 422)).toMatchObject({ status: 'unknown', stage: 'unreadable' });
  });

  test.each([
    ['a duplicate', { message: 'Duplicate transaction', errors: {} }],
    ['a duplicate, said of the field', { message: 'Unprocessable entity', errors: { base: ['has been captured'] } }],
    ['an earlier capture', { message: 'Parent transaction is already captured', errors: {} }],
    ['an earlier capture', { message: 'Parent transaction is fully captured', errors: { base: ['refused'] } }],
    ['a name without a text', { message: 'Unprocessable entity', errors: { already_captured: true } }],
    ['a name without anything', { message: 'Unprocessable entity', errors: { base: { already_captured: null } } }],
    ['a duplicate by its code', { message: 'Refused', errors: {}, code: 'F.0215' }],
  ])('%s may be our own earlier capture: unknown', async (_what, answer) => {
    expect(await verdict(answer, 422)).toMatchObject({ status: 'unknown', error: { code: 'duplicate_reference' } });
  });

  test.each([200, 202, 400, 402, 409, 408, 500, 502, 503])('with HTTP %i proves nothing', async (status) => {
    for (const code of [undefined, 'F.0105'])
      expect(await verdict({ message: 'Refused', errors: {}, code }, status)).toMatchObject({ status: 'unknown' });
  });

  test('only HTTP 422 says that the amount is too much', async () => {
    const answer = { message: "Amount can't be greater than 50", errors: { amount: ['is wrong'] } };
    expect(await verdict(answer, 404)).toMatchObject({ error: { code: 'authorization_not_found' } });
  });

  test('that reports a fault of the provider proves nothing', async () => {
    expect(await verdict({ message: 'Refused', errors: {}, code: 'F.0210' }, 422)).toMatchObject({
      status: 'unknown',
      error: { code: 'provider_error' },
    });
    expect(await verdict({ message: 'Fine', errors: {}, code: 'S.0000' }, 422)).toMatchObject({
      status: 'unknown',
      stage: 'contradictory',
    });
  });

  test.each([401, 403, 404, 422, 429])("HTTP %i with a proxy's body is not the provider's word", async (status) => {
    for (const body of [{ message: 'Forbidden' }, { errors: ['x'] }, { error: 'x' }, {}, '<html></html>', '']) {
      expect(await verdict(body, status)).toMatchObject({ status: 'unknown', stage: 'unreadable' });
    }
  });
});
