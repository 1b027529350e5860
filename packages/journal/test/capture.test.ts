import { describe, expect, test } from 'vitest';
import { KeyReusedError } from '../src/index.ts';
import { createWorld, requests } from './world.ts';

describe('a capture', () => {
  test.each(['payfull', 'freepayment', 'firstoken', 'paymentoptions', 'pockyt'] as const)(
    'is recorded, sent once and captured at %s',
    async (account) => {
      const { open, executed } = createWorld();
      const journal = await open();
      const operation = await journal.capture(account, 'ship-1042', requests[account] as never);
      expect(operation).toMatchObject({ state: 'captured', key: 'ship-1042', attempts: 1, needsDecision: false });
      expect(executed(account)).toHaveLength(1);
      expect((await journal.events(operation.id)).map(({ to }) => to)).toEqual(['recorded', 'sending', 'captured']);
    },
  );

  test('with a key that was used returns what is known, and sends nothing', async () => {
    const { open, executed } = createWorld();
    const journal = await open();
    const first = await journal.capture('payfull', 'ship-1042', requests.payfull);
    expect(await journal.capture('payfull', 'ship-1042', requests.payfull)).toEqual(first);
    expect(executed('payfull')).toHaveLength(1);
  });

  test('with a key of another request names the fields that differ, and no value', async () => {
    const { open } = createWorld();
    const journal = await open();
    await journal.capture('payfull', 'ship-1042', requests.payfull);
    const other = { ...requests.payfull, amount: { minor: 2303, currency: 'TRY' } };
    const error = await journal.capture('payfull', 'ship-1042', other).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(KeyReusedError);
    expect(error).toMatchObject({ code: 'key_reused', fields: ['amount'] });
    expect(String(error)).not.toContain('2303');
  });
});
