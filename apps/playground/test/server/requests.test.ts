import { describe, expect, test, vi } from 'vitest';
import { mask } from '../../src/server/guarding/output-masking.ts';
import { call, PAYFULL, POCKYT, withPlayground } from './support.ts';

// The requests that the page may send, and the data in the responses. The numbers are lines of the security checklist
// (docs/playground-security.md).

const requestWith = (more: object = {}): object => ({
  provider: 'payfull',
  values: PAYFULL,
  target: 'sandbox',
  ...more,
});

describe('requests to the server', () => {
  test.each([
    ['a URL as provider', requestWith({ provider: 'https://evil.example' })],
    ['a base URL', requestWith({ baseUrl: 'https://evil.example' })],
    ['a header', requestWith({ headers: { host: 'evil.example' } })],
    ['an unknown fault', requestWith({ fault: '../refuse' })],
    ['an unknown target', requestWith({ target: 'production' })],
    ['an invalid field name', requestWith({ values: { ...PAYFULL, 'a/b': 'x' } })],
    ['a value that is not a string', requestWith({ values: { ...PAYFULL, amount: 23.02 } })],
    ['a prototype', JSON.stringify(requestWith()).replace('"provider"', '"__proto__":{"x":1},"provider"')],
    ['a duplicate name', JSON.stringify(requestWith()).replace('{', '{"provider":"pockyt",')],
    ['an inexact number', JSON.stringify(requestWith({ fault: 0 })).replace('"fault":0', '"fault":1e400')],
    ['deep nesting', requestWith({ values: { amount: [[[[[[[[1]]]]]]]] } })],
    ['an array', []],
    ['a body that is not JSON', 'amount=23.02'],
  ])('14, 25: a request with %s is refused with a fixed message', (_case, body) =>
    withPlayground(async (playground) => {
      const { status, body: response } = await call(playground, '/api/capture', body);
      expect(status).toBe(400);
      expect(JSON.parse(response)).toEqual({ code: 'bad_body', message: 'Not a request of this page.' });
    }),
  );

  test('14: an array is refused where no member is required', () =>
    withPlayground(async (playground) => {
      expect((await call(playground, '/api/sandbox/reset', [])).status).toBe(400);
      expect((await call(playground, '/api/catalog', [])).status).toBe(400);
    }));

  test.each(['a\r\nb', 'a\u0000b', '{{7*7}}'])(
    '26: %j in a field is refused by the library, which names the field and not the value',
    (notes) =>
      withPlayground(async (playground) => {
        const { status, body } = await call(playground, '/api/check', requestWith({ values: { ...PAYFULL, notes } }));
        expect(status).toBe(400);
        expect(body).toContain('"path":"notes"');
        expect(body).not.toContain('7*7');
      }),
  );

  test('19: a live capture is refused without the flag, without credentials, with a fault or without the amount', () =>
    withPlayground(async (playground) => {
      expect(
        JSON.parse(
          (await call(playground, '/api/capture', requestWith({ target: 'live', confirm: '23.02 TRY' }))).body,
        ),
      ).toMatchObject({ code: 'no_account' });
      const environment = {
        PAYFULL_MERCHANT: 'm',
        PAYFULL_PASSWORD: 'not a real password',
        PAYFULL_BASE_URL: 'https://shop.payfull.com',
      };
      await withPlayground(
        async (live) => {
          const codeOf = async (more: object): Promise<string> =>
            (
              JSON.parse((await call(live, '/api/capture', requestWith({ target: 'live', ...more }))).body) as {
                code: string;
              }
            ).code;
          expect(await codeOf({ fault: 'hang', confirm: '23.02 TRY' })).toBe('fault_at_live');
          expect(await codeOf({})).toBe('amount_not_confirmed');
          expect(await codeOf({ confirm: '23.02' })).toBe('amount_not_confirmed');
          expect(await codeOf({ confirm: '23.03 TRY' })).toBe('amount_not_confirmed');
          expect(await codeOf({ provider: 'firstoken', confirm: '23.02 TRY' })).toBe('no_account');
          const catalog = (await call(live, '/api/catalog', {})).body;
          expect(catalog).toContain('{"name":"PAYFULL_PASSWORD","set":true}');
          expect(catalog).not.toContain('not a real password');
        },
        { live: true, environment },
      );
    }));

  test('12, 22: card number and code appear in no event, no code to copy and no terminal output', () =>
    withPlayground(async (playground) => {
      const written: string[] = [];
      const spies = [process.stdout, process.stderr].map((stream) =>
        vi.spyOn(stream, 'write').mockImplementation((chunk) => written.push(String(chunk)) > 0),
      );
      try {
        const request = { provider: 'pockyt', values: POCKYT };
        const replies = [
          await call(playground, '/api/capture', { ...request, target: 'sandbox' }),
          await call(playground, '/api/capture', { ...request, target: 'sandbox', fault: 'garbage' }),
          await call(playground, '/api/code', request),
          await call(playground, '/api/check', { ...request, target: 'sandbox' }),
          await call(playground, '/api/sandbox', {}),
        ];
        expect(replies.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
        const output = replies.map(({ body }) => body).join('') + written.join('');
        expect(output).toContain('"kind":"result"');
        expect(output).not.toMatch(/5425233430109903|\b987\b|5cbfb079f15b150122261c8537086d77a/);
      } finally {
        for (const spy of spies) spy.mockRestore();
      }
    }));

  test('20: the signature lab does not return the secret', () =>
    withPlayground(async (playground) => {
      const { status, body } = await call(playground, '/api/signature', {
        provider: 'payfull',
        fields: [
          ['total', '23.02'],
          ['passive_data', 'not a real secret'],
        ],
        secret: 'not a real secret',
        signature: '0'.repeat(64),
      });
      expect(status).toBe(200);
      expect(body).not.toContain('not a real secret');
    }));

  test('20: a response of the signature lab keeps its shape if the secret is one of its property names', () =>
    withPlayground(async (playground) => {
      const fields = [['total', 'pieces']];
      const request = { provider: 'payfull', fields, secret: 'pieces', signature: '0'.repeat(64) };
      const { body } = await call(playground, '/api/signature', request);
      const { correct } = JSON.parse(body) as { correct: { fields: unknown; pieces: unknown[] } };
      expect(correct.fields).toEqual([{ name: 'total', value: '[secret]' }]);
      expect(correct.pieces.length).toBeGreaterThan(0);
    }));

  test('28: an internal failure is reported without stack and path', () =>
    withPlayground(async (playground) => {
      const completed = await call(playground, '/api/sandbox/complete', {
        provider: 'payfull',
        captureId: 'none',
        state: 'captured',
      });
      expect(completed.status).toBe(400);
      expect(completed.body).toBe('{"code":"refused","message":"There is no pending capture with this id."}');
      expect((await call(playground, '/api/lookup', { run: 'r9' })).status).toBe(404);
    }));
});

test('21: output masking removes known secrets and whatever looks like a card number, in groups too', () => {
  expect(mask('{"a":"4111111111111111"}')).toBe('{"a":"[secret]"}');
  expect(mask('4111 1111 1111 1111 and 4111-1111-1111-1111')).toBe('[secret] and [secret]');
  expect(mask('4111111111111112 is not a card, 1699583693607 is an order')).toBe(
    '4111111111111112 is not a card, 1699583693607 is an order',
  );
  expect(mask('it is hunter2hunter2', ['hunter2hunter2'])).toBe('it is [secret]');
});
