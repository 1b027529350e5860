import { useEffect, useState, type ComponentType, type ReactNode } from 'react';
import { loadView, readyView, type LaterName } from './later-views.ts';

/** A view that is not part of the first load. */
export function LaterView({ name }: { readonly name: LaterName }): ReactNode {
  const [View, setView] = useState<ComponentType | undefined>(() => readyView(name));
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    if (View) return;
    loadView(name).then(
      (loaded) => setView(() => loaded),
      () => setFailed(true),
    );
  }, [name, View]);
  if (View) return <View />;
  if (!failed) return <p className="aside">Opening…</p>;
  // No retry button: a browser does not request a module again that once failed to load.
  return (
    <p className="problem" role="alert">
      This view could not be loaded. The others still work; for this one, open the address from the terminal in another
      tab.
    </p>
  );
}
