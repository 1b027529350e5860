import { createSandbox } from '@capture/sandbox';
import { describe, expect, test } from 'vitest';
import { createSandboxClient, PROVIDERS } from '../src/providers/index.ts';

// A descriptor distinguishes its provider from the others. It is checked against the package and the emulator.

describe.each(PROVIDERS)('the descriptor of $title', (provider) => {
  const { id, factory, takesCard, fields, pendingReferences, sample } = provider;
  const clientOf = (sandbox: ReturnType<typeof createSandbox>) =>
    createSandboxClient(provider, sandbox, { baseUrl: sandbox.baseUrl(id), fetch: sandbox.fetch });

  test('the factory is exported by the package', async () => {
    const exported = (await import(`@capture/${id}`)) as Readonly<Record<string, unknown>>;
    expect(exported[factory]).toBeTypeOf('function');
  });

  test('the provider takes a card exactly if the package charges one', () => {
    expect(takesCard).toBe(clientOf(createSandbox()).capabilities.captures === 'card');
    expect(Object.values(fields).some(({ kind }) => kind === 'card')).toBe(takesCard);
  });

  test('pendingReferences states whether the emulator leaves a capture with a pending reference pending', async () => {
    const sandbox = createSandbox();
    const reference = 'pending-order-1';
    const amount = sample['amount'] as { minor: number; currency: string };
    const request = takesCard
      ? { ...sample, reference }
      : { ...sample, reference, authorizationId: sandbox.authorize({ provider: id, amount, reference }).id };
    await clientOf(sandbox).capture(request as never);
    expect(sandbox.truth.captures({ provider: id }).map(({ state }) => state)).toEqual([
      pendingReferences ? 'pending' : 'captured',
    ]);
  });
});
