import { describe, expect, test } from 'vitest';
import { verdict } from '../test/support.ts';

describe('refused requests', () => {
  test.each<[string, number, unknown, string]>([
    [
      'wrong credentials',
      401,
      { message: 'Invalid shop_id/secret_key.', errors: { system: ['System error.'] } },
      'credentials_rejected',
    ],
    ['no access', 403, { message: 'Access denied', errors: { system: 'Access denied' } }, 'credentials_rejected'],
    [
      'an unknown parent',
      404,
      { message: 'Not found', errors: { system: ['Transaction not found'] } },
      'authorization_not_found',
    ],
    [
      'a missing field',
      422,
      { message: 'Unprocessable entity', errors: { request: { amount: ['is missing'] } } },
      'invalid_request',
    ],
    [
      'too much',
      422,
      { message: "Amount can't be greater than 50", errors: { request: { amount: ['is wrong'] } } },
      'amount_exceeds_authorization',
    ],
    [
      'too much, reported for the field',
      422,
      { message: 'Unprocessable entity', errors: { request: { amount: ["Amount can't be greater than 50"] } } },
      'amount_exceeds_authorization',
    ],
    ['too many requests', 429, { message: 'Too many requests', errors: { system: ['limit'] } }, 'rate_limited'],
    ['a listed code', 422, { message: 'Refused', errors: {}, code: 'F.0113' }, 'currency_not_supported'],
    ['a code that is not listed', 422, { message: 'Invalid request', errors: {}, code: 'E.0625' }, 'invalid_request'],
  ])('a refusal for %s is declined, and no money was moved', async (_what, status, body, code) => {
    expect(await verdict(body, { status })).toMatchObject({ status: 'declined', error: { code, moneyMoved: 'no' } });
  });

  test.each([{}, [], '', [''], [[]], [null]])(
    'a refusal with empty errors (%j) may come from a proxy, so it is unknown without a code of the vendor',
    async (errors) => {
      for (const status of [401, 403, 404, 422, 429]) {
        expect(await verdict({ message: 'Not Found', errors }, { status })).toMatchObject({
          status: 'unknown',
          error: { code: 'unknown_status' },
        });
        expect(await verdict({ message: 'Not Found', errors, code: 'not_found' }, { status })).toMatchObject({
          status: 'unknown',
        });
        expect(await verdict({ message: 'Not Found', errors, code: 'F.0110' }, { status })).toMatchObject({
          status: 'declined',
        });
      }
    },
  );

  test.each<[string, unknown]>([
    ['as frameworks write them', { amount: ['The amount field is required.'] }],
    ['by path', { 'request.amount': ['The amount field is required.'] }],
    ['in a list', ['amount is missing']],
    ['as a string', 'amount is missing'],
    ['under a name of the gateway, without its content', { request: 'amount is missing' }],
  ])('a refusal with errors %s may be that of anything in between, so it is unknown', async (_what, errors) => {
    for (const status of [401, 403, 404, 422, 429])
      expect(await verdict({ message: 'Invalid', errors }, { status })).toMatchObject({
        status: 'unknown',
        error: { code: 'unknown_status' },
      });
  });

  test('the message of a refusal names the fields, whether errors are a string, an array or nested', async () => {
    const messageOf = async (errors: unknown) => {
      const result = await verdict({ message: 'Unprocessable entity', errors }, { status: 422 });
      return 'error' in result ? result.error.providerMessage : result.status;
    };
    expect(await messageOf('amount is missing')).toBe('Unprocessable entity; amount is missing');
    expect(await messageOf(['is missing', { amount: 'is 0' }])).toBe('Unprocessable entity; is missing; amount: is 0');
    expect(await messageOf({ request: { amount: ['is missing', 'is 0'] } })).toBe(
      'Unprocessable entity; request.amount: is missing; request.amount: is 0',
    );
  });

  test('the message of a refusal has errors that are no strings, and names without a value', async () => {
    const errors = { request: { amount: 0, test: true, items: [1, ''] }, base: [], parent: null };
    expect(await verdict({ message: 'Unprocessable entity', errors }, { status: 422 })).toMatchObject({
      error: {
        providerMessage:
          'Unprocessable entity; request.amount: 0; request.test: true; request.items: 1; request.items; base; parent',
      },
    });
  });

  test('a refusal beside an unreadable transaction is unreadable', async () => {
    const body = { message: 'Unprocessable entity', errors: { base: ['x'] }, transaction: { amount: '50' } };
    expect(await verdict(body, { status: 422 })).toMatchObject({ status: 'unknown', reason: 'unreadable' });
  });

  test.each([
    ['a duplicate', { message: 'Duplicate transaction', errors: {} }],
    [
      'a duplicate, reported for the field',
      { message: 'Unprocessable entity', errors: { base: ['has been captured'] } },
    ],
    ['an earlier capture', { message: 'Parent transaction is already captured', errors: {} }],
    ['an earlier capture', { message: 'Parent transaction is fully captured', errors: { base: ['refused'] } }],
    ['a name that is true', { message: 'Unprocessable entity', errors: { already_captured: true } }],
    ['a name that is null', { message: 'Unprocessable entity', errors: { base: { already_captured: null } } }],
    ['a duplicate by its code', { message: 'Refused', errors: {}, code: 'F.0215' }],
  ])('a refusal that hints at %s may refer to our own capture, so it is unknown', async (_what, body) => {
    expect(await verdict(body, { status: 422 })).toMatchObject({
      status: 'unknown',
      error: { code: 'duplicate_reference' },
    });
  });

  test.each([200, 202, 400, 402, 409, 408, 500, 502, 503])('a refusal with HTTP %i is unknown', async (status) => {
    for (const code of [undefined, 'F.0105'])
      expect(await verdict({ message: 'Refused', errors: {}, code }, { status })).toMatchObject({ status: 'unknown' });
  });

  test('a refusal has the code of the vendor, exactly in its form', async () => {
    const withCode = (code: string) => verdict({ message: 'Refused', errors: {}, code }, { status: 404 });
    expect(await withCode('F.0110')).toMatchObject({ status: 'declined', error: { providerCode: 'F.0110' } });
    for (const code of ['xF.0110', 'F.01101', 'F.0110 '])
      expect(await withCode(code)).toMatchObject({
        status: 'unknown',
        error: { code: 'unknown_status', providerCode: code },
      });
  });

  test('errors of the request that say nothing are not those of the gateway', async () => {
    for (const request of [{}, { amount: [] }, null])
      expect(await verdict({ message: 'Invalid', errors: { request } }, { status: 422 })).toMatchObject({
        status: request && 'amount' in request ? 'declined' : 'unknown',
      });
  });

  test('a refusal with HTTP 404 is not read for an amount that is too much', async () => {
    const body = { message: "Amount can't be greater than 50", errors: { request: { amount: ['is wrong'] } } };
    expect(await verdict(body, { status: 404 })).toMatchObject({ error: { code: 'authorization_not_found' } });
  });

  test('a refusal with the code of a provider error or of a success is unknown', async () => {
    expect(await verdict({ message: 'Refused', errors: {}, code: 'F.0210' }, { status: 422 })).toMatchObject({
      status: 'unknown',
      error: { code: 'provider_error' },
    });
    expect(await verdict({ message: 'Fine', errors: {}, code: 'S.0000' }, { status: 422 })).toMatchObject({
      status: 'unknown',
      reason: 'contradictory',
    });
  });

  test.each([401, 403, 404, 422, 429])("a refusal with HTTP %i and a proxy's body is unreadable", async (status) => {
    for (const body of [{ message: 'Forbidden' }, { errors: ['x'] }, { error: 'x' }, {}, '<html></html>', '']) {
      expect(await verdict(body, { status })).toMatchObject({ status: 'unknown', reason: 'unreadable' });
    }
  });
});
