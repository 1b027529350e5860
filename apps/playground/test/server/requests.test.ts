import { describe, expect, test, vi } from 'vitest';
import { mask } from '../../src/server/guarding/output-masking.ts';
import { call, PAYFULL, POCKYT, withPlayground } from './support.ts';

// What the page may ask for, and what it is told. The numbers are lines of the security checklist (docs/playground-security.md).

const order = (more: object = {}): object => ({ provider: 'payfull', values: PAYFULL, target: 'sandbox', ...more });

describe('an order', () => {
  test.each([
    ['an address for a provider', order({ provider: 'https://evil.example' })],
    ['an address of its own', order({ baseUrl: 'https://evil.example' })],
    ['a header of its own', order({ headers: { host: 'evil.example' } })],
    ['a fault that is none', order({ fault: '../refuse' })],
    ['an environment that is none', order({ target: 'production' })],
    ['a field with another name', order({ values: { ...PAYFULL, 'a/b': 'x' } })],
    ['a value that is no text', order({ values: { ...PAYFULL, amount: 23.02 } })],
    ['a prototype', JSON.stringify(order()).replace('"provider"', '"__proto__":{"x":1},"provider"')],
    ['a name twice', JSON.stringify(order()).replace('{', '{"provider":"pockyt",')],
    ['a number that is not exact', JSON.stringify(order({ fault: 0 })).replace('"fault":0', '"fault":1e400')],
    ['deep nesting', order({ values: { amount: [[[[[[[[1]]]]]]]] } })],
    ['no JSON', 'amount=23.02'],
  ])('14, 25: with %s is refused with a code and safe words', (_what, body) =>
    withPlayground(async (playground) => {
      const { status, body: answer } = await call(playground, '/api/capture', body);
      expect(status).toBe(400);
      expect(JSON.parse(answer)).toEqual({ code: 'bad_body', message: 'Not a request of this page.' });
    }),
  );

  test.each(['a\r\nb', 'a\u0000b', '{{7*7}}'])(
    '26: with %j in a field is refused by the library, which names the field and not the value',
    (notes) =>
      withPlayground(async (playground) => {
        const { status, body } = await call(playground, '/api/check', order({ values: { ...PAYFULL, notes } }));
        expect(status).toBe(400);
        expect(body).toContain('"path":"notes"');
        expect(body).not.toContain('7*7');
      }),
  );

  test('19: for a real endpoint is refused without the flag, without credentials, with a fault, without the amount', () =>
    withPlayground(async (playground) => {
      expect(
        JSON.parse((await call(playground, '/api/capture', order({ target: 'live', confirm: '23.02 TRY' }))).body),
      ).toMatchObject({ code: 'no_account' });
      const environment = {
        PAYFULL_MERCHANT: 'm',
        PAYFULL_PASSWORD: 'a password of somebody',
        PAYFULL_BASE_URL: 'https://shop.payfull.com',
      };
      await withPlayground(
        async (live) => {
          const codeOf = async (more: object): Promise<string> =>
            (
              JSON.parse((await call(live, '/api/capture', order({ target: 'live', ...more }))).body) as {
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
          expect(catalog).not.toContain('a password of somebody');
        },
        { live: true, environment },
      );
    }));

  test('12, 22: with a card is answered without its number and code, in every step, in code to copy and in what is written to the terminal', () =>
    withPlayground(async (playground) => {
      const written: string[] = [];
      const spies = [process.stdout, process.stderr].map((stream) =>
        vi.spyOn(stream, 'write').mockImplementation((chunk) => written.push(String(chunk)) > 0),
      );
      try {
        const wish = { provider: 'pockyt', values: POCKYT };
        const replies = [
          await call(playground, '/api/capture', { ...wish, target: 'sandbox' }),
          await call(playground, '/api/capture', { ...wish, target: 'sandbox', fault: 'garbage' }),
          await call(playground, '/api/code', wish),
          await call(playground, '/api/check', { ...wish, target: 'sandbox' }),
          await call(playground, '/api/sandbox', {}),
        ];
        expect(replies.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
        const told = replies.map(({ body }) => body).join('') + written.join('');
        expect(told).toContain('"kind":"result"');
        expect(told).not.toMatch(/5425233430109903|\b987\b|5cbfb079f15b150122261c8537086d77a/);
      } finally {
        for (const spy of spies) spy.mockRestore();
      }
    }));

  test('20: in the signature lab is answered without the secret', () =>
    withPlayground(async (playground) => {
      const { status, body } = await call(playground, '/api/signature', {
        provider: 'payfull',
        fields: [
          ['total', '23.02'],
          ['passive_data', 'the secret of somebody'],
        ],
        secret: 'the secret of somebody',
        signature: '0'.repeat(64),
      });
      expect(status).toBe(200);
      expect(body).not.toContain('the secret of somebody');
    }));

  test('20: in the signature lab keeps its shape where the secret is a word of ours', () =>
    withPlayground(async (playground) => {
      const fields = [['total', 'pieces']];
      const order = { provider: 'payfull', fields, secret: 'pieces', signature: '0'.repeat(64) };
      const { body } = await call(playground, '/api/signature', order);
      const { correct } = JSON.parse(body) as { correct: { fields: unknown; pieces: unknown[] } };
      expect(correct.fields).toEqual([{ name: 'total', value: '[secret]' }]);
      expect(correct.pieces.length).toBeGreaterThan(0);
    }));

  test('28: that fails inside is answered without stack and path', () =>
    withPlayground(async (playground) => {
      const settled = await call(playground, '/api/sandbox/complete', {
        provider: 'payfull',
        captureId: 'none',
        state: 'captured',
      });
      expect(settled.status).toBe(400);
      expect(settled.body).toBe('{"code":"refused","message":"There is no pending capture with this id."}');
      expect((await call(playground, '/api/lookup', { run: 'r9' })).status).toBe(404);
    }));
});

test('21: the second net masks what still looks like a card, in groups too, and known secrets', () => {
  expect(mask('{"a":"4111111111111111"}')).toBe('{"a":"[secret]"}');
  expect(mask('4111 1111 1111 1111 and 4111-1111-1111-1111')).toBe('[secret] and [secret]');
  expect(mask('4111111111111112 is no card, 1699583693607 is an order')).toBe(
    '4111111111111112 is no card, 1699583693607 is an order',
  );
  expect(mask('it is hunter2hunter2', ['hunter2hunter2'])).toBe('it is [secret]');
});
