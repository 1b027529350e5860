import { describe, expect, test } from 'vitest';
import { send, type Body } from '../test/sample.ts';
import { createSandbox, type Sandbox } from './index.ts';

const STATED = {
  paymentoptions: ({ is_live: live }: Body) => live as unknown,
  freepayment: ({ transaction }: Body) => !(transaction as Body)['test'],
} as const;

describe.each(Object.entries(STATED) as ['freepayment' | 'paymentoptions', (body: Body) => unknown][])(
  'the environment that %s states',
  (provider, stated) => {
    test.each([
      [{}, false],
      [{ live: false }, false],
      [{ live: true }, true],
    ])('follows the option %j', async (options, live) => {
      const { body } = await send(createSandbox(options), provider);
      expect(stated(body)).toBe(live);
    });

    test('changes nothing else', async () => {
      const clock = () => new Date('2026-04-02T12:00:00Z');
      const [test_, live] = await Promise.all(
        [{ clock }, { clock, live: true }].map((o) => send(createSandbox(o), provider)),
      );
      const without = (body: Body | undefined) =>
        JSON.stringify(body).replaceAll(/"(?:is_live|test)":(?:true|false)/g, '');
      expect(without(live?.body)).toBe(without(test_?.body));
    });
  },
);

test('a refusal, a lookup and a notification state it as well', async () => {
  const sandbox = createSandbox({ live: true });
  const refusal = await send(sandbox, 'paymentoptions', { headers: { 'x-api-key': 'other' } });
  expect(refusal).toMatchObject({ status: 401, body: { success: false, is_live: true } });
  expect(await lookup(sandbox)).toMatchObject({ transaction: { type: 'authorization', test: false } });
  await send(sandbox, 'freepayment');
  const [{ body } = { body: '' }] = sandbox.notifications.list();
  expect(JSON.parse(body)).toMatchObject({ transaction: { test: false } });
});

async function lookup(sandbox: Sandbox): Promise<Body> {
  const { body } = await send(sandbox, 'freepayment', { method: 'GET', path: '/transactions/1-310b0da80b' });
  return body;
}
