import { describe, expect, test } from 'vitest';
import type { Playground } from '../../src/server/playground.ts';
import type { Problem } from '../../src/shared/api.ts';
import { call, PAYFULL, POCKYT, withPlayground } from './support.ts';

// Invalid values are reported at their fields, all at once.

async function issuesOf(playground: Playground, path: string, body: object): Promise<string[]> {
  const reply = await call(playground, path, body);
  expect(reply.status).toBe(400);
  const { code, issues = [] } = JSON.parse(reply.body) as Problem;
  expect(code).toBe('invalid_request');
  return issues.map((issue) => `${issue.path} ${issue.rule}`);
}

const payfull = (more: object) => ({ provider: 'payfull', values: { ...PAYFULL, ...more }, target: 'sandbox' });

describe('invalid forms', () => {
  test.each(['/api/check', '/api/capture'])(
    '%s reports an invalid amount together with every other invalid field',
    (path) =>
      withPlayground(async (playground) => {
        const issues = await issuesOf(playground, path, payfull({ amount: '23,02', clientIp: 'nowhere' }));
        expect(issues).toHaveLength(2);
        expect(issues[0]).toMatch(/^amount must be a decimal string/);
        expect(issues[1]).toMatch(/^clientIp must be an IPv4 or IPv6 address/);
      }),
  );

  test('an unsupported currency is reported together with an invalid amount', () =>
    withPlayground(async (playground) => {
      const values = { ...POCKYT, amount: '1,5', 'amount.currency': 'KWD' };
      const issues = await issuesOf(playground, '/api/check', { provider: 'pockyt', values, target: 'sandbox' });
      expect(issues.map((issue) => issue.split(' ')[0])).toEqual(['amount', 'amount.currency']);
    }));

  test('an object with invalid JSON is reported as such', () =>
    withPlayground(async (playground) => {
      const values = { ...POCKYT, goodsInfo: '{"name": "a pen",}' };
      expect(await issuesOf(playground, '/api/check', { provider: 'pockyt', values, target: 'sandbox' })).toEqual([
        'goodsInfo is not valid JSON',
      ]);
    }));
});

describe('strings that are too long', () => {
  test('a string that is too long is reported at its field of a form', () =>
    withPlayground(async (playground) => {
      expect(await issuesOf(playground, '/api/check', payfull({ notes: 'x'.repeat(8193) }))).toEqual([
        'notes must have at most 8192 characters',
      ]);
    }));

  test('a string that is too long is reported at its input of the signature lab', () =>
    withPlayground(async (playground) => {
      const request = { provider: 'payfull', fields: [['total', '1']], secret: 'x'.repeat(257), signature: 'a' };
      expect(await issuesOf(playground, '/api/signature', request)).toEqual([
        'secret must have at most 256 characters',
      ]);
    }));
});

test.each(['[[[[[[[[[[', '{{[{[{[{[{', '__proto__'])('a note %j is accepted as an ordinary string', (notes) =>
  withPlayground(async (playground) => {
    const { body } = await call(playground, '/api/check', payfull({ notes }));
    expect(body).not.toContain('bad_body');
  }),
);
