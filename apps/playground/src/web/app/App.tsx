import { useEffect, useState, type ReactNode } from 'react';
import type { Catalog, Problem } from '../../shared/api.ts';
import { post, problemOf } from '../state/api.ts';
import { CatalogContext } from '../state/catalog.ts';
import { prefill } from '../state/compose.ts';
import { session } from '../state/session.ts';
import { useStore } from '../state/store.ts';
import { SignIn } from './SignIn.tsx';
import { Views } from './Views.tsx';

/** Asks for the catalog, then shows the views. */
export function App(): ReactNode {
  const token = useStore(session);
  const [catalog, setCatalog] = useState<Catalog>();
  const [problem, setProblem] = useState<Problem>();
  useEffect(() => {
    if (token === '') return;
    post<Catalog>('/api/catalog').then(
      (found) => {
        prefill(found);
        setProblem(undefined);
        setCatalog(found);
      },
      (error: unknown) => setProblem(problemOf(error)),
    );
  }, [token]);

  if (catalog) {
    return (
      <CatalogContext value={catalog}>
        <Views />
      </CatalogContext>
    );
  }
  if (token === '' || problem) return <SignIn problem={problem} />;
  return <p className="loading">Opening the playground…</p>;
}
