import { useEffect, useState, type ReactNode } from 'react';
import type { Catalog } from '../../shared/api.ts';
import { post, problemOf } from '../state/api.ts';
import { prefill } from '../state/capture-form.ts';
import { CatalogContext } from '../state/catalog.ts';
import { session, sessionProblem } from '../state/session.ts';
import { useStore } from '../state/store.ts';
import { guardLeaving } from './guard-leaving.ts';
import { Logo } from './Logo.tsx';
import { SignIn } from './SignIn.tsx';
import { SignInDialog } from './SignInDialog.tsx';
import { Views } from './Views.tsx';

/**
 * Loads the catalog, then shows the views. If the session is refused later, a dialog over the views requests another,
 * so that form and history stay.
 */
export function App(): ReactNode {
  const current = useStore(session);
  const problem = useStore(sessionProblem);
  const [catalog, setCatalog] = useState<Catalog>();
  useEffect(guardLeaving, []);
  useEffect(() => {
    if (current.token === '') return;
    let stale = false;
    post<Catalog>('/api/catalog').then(
      (found) => {
        if (stale) return;
        prefill(found);
        setCatalog(found);
      },
      (error: unknown) => {
        if (!stale) sessionProblem.set(problemOf(error));
      },
    );
    return () => {
      stale = true;
    };
  }, [current]);

  if (catalog) {
    return (
      <CatalogContext value={catalog}>
        <Views />
        {problem ? <SignInDialog problem={problem} /> : null}
      </CatalogContext>
    );
  }
  if (current.token !== '' && !problem) return <p className="loading">Opening the playground…</p>;
  return (
    <main className="sign-in">
      <Logo />
      <SignIn problem={problem} />
    </main>
  );
}
