import { createContext, use } from 'react';
import type { Catalog, ProviderInfo } from '../../shared/api.ts';

/** Holds the catalog once it is loaded. */
export const CatalogContext = createContext<Catalog | undefined>(undefined);

/** The catalog of the server. */
export function useCatalog(): Catalog {
  const catalog = use(CatalogContext);
  if (!catalog) throw new Error('no catalog');
  return catalog;
}

/** The provider with an id that the catalog has. */
export function useProvider(id: string): ProviderInfo {
  const found = useCatalog().providers.find((provider) => provider.id === id);
  if (!found) throw new Error('no such provider');
  return found;
}

/** The titles of providers by id. */
export function useTitles(): (id: string) => string {
  const { providers } = useCatalog();
  return (id) => providers.find((provider) => provider.id === id)?.title ?? id;
}
