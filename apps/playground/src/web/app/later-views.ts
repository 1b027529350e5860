import type { ComponentType } from 'react';
// The styles are part of the first load, so that a view needs only one more file.
import '../views/compare/compare.css';
import '../views/history/history.css';
import '../views/signatures/signatures.css';
import '../views/sandbox/sandbox.css';

/** The views that are not in the first load. */
const LOADS = {
  signatures: async () => (await import('../views/signatures/SignaturesView.tsx')).SignaturesView,
  sandbox: async () => (await import('../views/sandbox/SandboxView.tsx')).SandboxView,
  compare: async () => (await import('../views/compare/CompareView.tsx')).CompareView,
  history: async () => (await import('../views/history/HistoryView.tsx')).HistoryView,
} satisfies Readonly<Record<string, () => Promise<ComponentType>>>;

export type LaterName = keyof typeof LOADS;

const ready = new Map<LaterName, ComponentType>();

export const readyView = (name: LaterName): ComponentType | undefined => ready.get(name);

export async function loadView(name: LaterName): Promise<ComponentType> {
  const View = await LOADS[name]();
  ready.set(name, View);
  return View;
}

/** Loads all views while the server is running, so that they can still be opened when it has stopped. */
export function loadAhead(): void {
  // A view that fails to load reports it when it is opened.
  for (const name of Object.keys(LOADS)) loadView(name as LaterName).catch(() => undefined);
}
