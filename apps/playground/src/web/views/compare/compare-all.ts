import type { ProviderCard } from '../../../shared/api.ts';
import { capture } from '../../state/runs.ts';
import { authorize, refreshSandbox } from '../../state/sandbox.ts';
import { newReference } from '../../state/new-reference.ts';
import { createStore } from '../../state/store.ts';

/** The runs that are compared, by provider. */
export const compared = createStore<Readonly<Record<string, number>>>({});

/** Captures once at each provider, one after the other: the server takes one capture at a time. */
export async function compareAll(providers: readonly ProviderCard[], fault: string): Promise<void> {
  compared.set({});
  for (const provider of providers) {
    const order = {
      provider: provider.id,
      values: await fresh(provider),
      target: 'sandbox',
      ...(fault === '' ? {} : { fault }),
    } as const;
    const { key } = await capture(order, provider.title);
    compared.set((before) => ({ ...before, [provider.id]: key }));
  }
  await refreshSandbox();
}

/** The sample with an authorization and a reference that nothing was done with yet. */
async function fresh({ id, sample, capabilities }: ProviderCard): Promise<Readonly<Record<string, string>>> {
  const amount = sample['amount'] ?? '';
  const currency = sample['amount.currency'] ?? '';
  const reference = capabilities['reference'] === 'sent' ? { reference: newReference() } : {};
  if (capabilities['captures'] === 'card') return { ...sample, ...reference };
  return { ...sample, ...reference, authorizationId: await authorize({ provider: id, amount, currency }) };
}
