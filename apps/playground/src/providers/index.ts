import { PROVIDERS } from './list.ts';
import type { Provider } from './provider.ts';

export { PROVIDERS } from './list.ts';
export type { Client, Provider } from './provider.ts';

/** A provider by its id. */
export function providerById(id: string): Provider | undefined {
  return PROVIDERS.find((provider) => provider.id === id);
}
