import { describe, expect, test } from 'vitest';
import type { Problem } from '../../src/shared/api.ts';
import type { Playground } from '../../src/server/playground.ts';
import { call, PAYFULL, POCKYT, withPlayground } from './support.ts';

// What people type wrongly comes back at its field, and everything at once.

async function issuesOf(playground: Playground, path: string, body: object): Promise<string[]> {
  const reply = await call(playground, path, body);
  expect(reply.status).toBe(400);
  const { code, issues = [] } = JSON.parse(reply.body) as Problem;
  expect(code).toBe('invalid_request');
  return issues.map((issue) => `${issue.path} ${issue.rule}`);
}

const payfull = (more: object) => ({ provider: 'payfull', values: { ...PAYFULL, ...more }, target: 'sandbox' });

describe('a form that cannot be sent', () => {
  test.each(['/api/check', '/api/capture'])('%s names a wrong amount and every other wrong field beside it', (path) =>
    withPlayground(async (playground) => {
      const issues = await issuesOf(playground, path, payfull({ amount: '23,02', clientIp: 'nowhere' }));
      expect(issues).toHaveLength(2);
      expect(issues[0]).toMatch(/^amount must be a decimal string/);
      expect(issues[1]).toMatch(/^clientIp must be an IPv4 or IPv6 address/);
    }),
  );

  test('names a currency that the provider does not take beside an amount that is none', () =>
    withPlayground(async (playground) => {
      const values = { ...POCKYT, amount: '1,5', 'amount.currency': 'KWD' };
      const issues = await issuesOf(playground, '/api/check', { provider: 'pockyt', values, target: 'sandbox' });
      expect(issues.map((issue) => issue.split(' ')[0])).toEqual(['amount', 'amount.currency']);
    }));

  test('says of JSON with a typo that it is not JSON', () =>
    withPlayground(async (playground) => {
      const values = { ...POCKYT, goodsInfo: '{"name": "a pen",}' };
      expect(await issuesOf(playground, '/api/check', { provider: 'pockyt', values, target: 'sandbox' })).toEqual([
        'goodsInfo is not valid JSON',
      ]);
    }));
});

describe('a text that is too long', () => {
  test('is an issue of its field, in a form', () =>
    withPlayground(async (playground) => {
      expect(await issuesOf(playground, '/api/check', payfull({ notes: 'x'.repeat(8193) }))).toEqual([
        'notes must have at most 8192 characters',
      ]);
    }));

  test('and in the signature lab', () =>
    withPlayground(async (playground) => {
      const order = { provider: 'payfull', fields: [['total', '1']], secret: 'x'.repeat(257), theirs: 'a' };
      expect(await issuesOf(playground, '/api/signature', order)).toEqual(['secret must have at most 256 characters']);
    }));
});

test.each(['[[[[[[[[[[', '{{[{[{[{[{', '__proto__'])(
  'a note %j is a text like any other to the reader of the body',
  (notes) =>
    withPlayground(async (playground) => {
      const { body } = await call(playground, '/api/check', payfull({ notes }));
      expect(body).not.toContain('bad_body');
    }),
);
