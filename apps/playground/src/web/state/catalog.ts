import { createContext, use } from 'react';
import type { Catalog, ProviderInfo } from '../../shared/api.ts';

export const CatalogContext = createContext<Catalog | undefined>(undefined);

/** What the server told at the start. */
export function useCatalog(): Catalog {
  const catalog = use(CatalogContext);
  if (!catalog) throw new Error('no catalog');
  return catalog;
}

export function useProvider(id: string): ProviderInfo {
  const found = useCatalog().providers.find((provider) => provider.id === id);
  if (!found) throw new Error('no such provider');
  return found;
}

/** The name that a provider goes by. */
export function useTitles(): (id: string) => string {
  const { providers } = useCatalog();
  return (id) => providers.find((provider) => provider.id === id)?.title ?? id;
}
