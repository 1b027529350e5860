import * as Tabs from '@radix-ui/react-tabs';
import { ShieldCheck, TriangleAlert } from 'lucide-react';
import { Suspense, type ComponentType, type ReactNode } from 'react';
import { useCatalog } from '../state/catalog.ts';
import { useStore } from '../state/store.ts';
import { view, type ViewName } from '../state/view.ts';
import { ComposeView } from '../views/compose/ComposeView.tsx';
import { CompareView, HistoryView, LabView, SandboxView } from './lazy-views.ts';
import { Mark } from './Mark.tsx';

const VIEWS: readonly (readonly [name: ViewName, title: string, View: ComponentType])[] = [
  ['capture', 'Capture', ComposeView],
  ['signatures', 'Signatures', LabView],
  ['sandbox', 'Sandbox', SandboxView],
  ['compare', 'Compare', CompareView],
  ['history', 'History', HistoryView],
];

/** The frame of the page: where one is, and what is real. */
export function Views(): ReactNode {
  const { live } = useCatalog();
  const current = useStore(view);
  return (
    <Tabs.Root value={current} onValueChange={(name) => view.set(name as ViewName)}>
      <header className="top">
        <Mark />
        <Tabs.List className="tabs" aria-label="Views">
          {VIEWS.map(([name, title]) => (
            <Tabs.Trigger key={name} value={name}>
              {title}
            </Tabs.Trigger>
          ))}
        </Tabs.List>
        <p className="where" data-live={live}>
          {live ? <TriangleAlert aria-hidden size={15} /> : <ShieldCheck aria-hidden size={15} />}
          <span>
            {live ? 'Live is allowed' : 'Sandbox'}
            {live ? null : <span className="where-more">: no real money</span>}
          </span>
        </p>
      </header>
      {live ? (
        <p className="banner" role="note">
          <strong>Real money.</strong> This process was started with <code>--live</code>: a capture at a real endpoint
          moves money of real people. The sandbox stays the default.
        </p>
      ) : null}
      <main>
        {VIEWS.map(([name, , View]) => (
          <Tabs.Content key={name} value={name} className="view" tabIndex={-1}>
            <Suspense fallback={<p className="aside">Opening…</p>}>
              <View />
            </Suspense>
          </Tabs.Content>
        ))}
      </main>
    </Tabs.Root>
  );
}
