import type { ProviderName } from '@capture/sandbox';
import { PROVIDERS } from './list.ts';
import type { Provider } from './provider.ts';

export { PROVIDERS } from './list.ts';
export type { Client, Provider } from './provider.ts';
export { createSandboxClient } from './sandbox-client.ts';

/** The provider with an id, if there is one. */
export function providerById(id: string): Provider | undefined {
  return PROVIDERS.find((provider) => provider.id === id);
}

/** The provider with a checked id. */
export function requireProvider(id: ProviderName): Provider {
  const provider = providerById(id);
  if (!provider) throw new Error('not a provider');
  return provider;
}
