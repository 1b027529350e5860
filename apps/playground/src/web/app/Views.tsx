import * as Tabs from '@radix-ui/react-tabs';
import { ShieldCheck, TriangleAlert } from 'lucide-react';
import { useEffect, type ReactNode } from 'react';
import { useCatalog } from '../state/catalog.ts';
import { useStore } from '../state/store.ts';
import { view, type ViewName } from '../state/view.ts';
import { CaptureView } from '../views/capture/CaptureView.tsx';
import { loadAhead } from './later-views.ts';
import { LaterView } from './LaterView.tsx';
import { Logo } from './Logo.tsx';
import { ViewBoundary } from './ViewBoundary.tsx';

const VIEWS: readonly (readonly [name: ViewName, title: string])[] = [
  ['capture', 'Capture'],
  ['signatures', 'Signatures'],
  ['sandbox', 'Sandbox'],
  ['compare', 'Compare'],
  ['history', 'History'],
];

/** The frame of the page: tabs, environment and the current view. */
export function Views(): ReactNode {
  const { live } = useCatalog();
  const current = useStore(view);
  // In an effect, because it must not delay the first paint.
  useEffect(loadAhead, []);
  return (
    <Tabs.Root value={current} onValueChange={(name) => view.set(name as ViewName)}>
      <header className="top">
        <Logo />
        <Tabs.List className="tabs" aria-label="Views">
          {VIEWS.map(([name, title]) => (
            <Tabs.Trigger key={name} value={name}>
              {title}
            </Tabs.Trigger>
          ))}
        </Tabs.List>
        <p className="environment" data-live={live}>
          {live ? <TriangleAlert aria-hidden size={15} /> : <ShieldCheck aria-hidden size={15} />}
          <span>
            {live ? 'Live mode' : 'Sandbox'}
            {live ? null : <span className="environment-more">: no real money</span>}
          </span>
        </p>
      </header>
      {live ? (
        <p className="banner" role="note">
          <strong>Real money.</strong> This process was started with <code>--live</code>: a capture at a live endpoint
          charges real cards. The sandbox stays the default.
        </p>
      ) : null}
      <main>
        {VIEWS.map(([name]) => (
          <Tabs.Content key={name} value={name} className="view" tabIndex={-1}>
            <ViewBoundary>{name === 'capture' ? <CaptureView /> : <LaterView name={name} />}</ViewBoundary>
          </Tabs.Content>
        ))}
      </main>
    </Tabs.Root>
  );
}
