import type { ComponentType } from 'react';
// The styles come with the first load, so that no view needs two files to be there.
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

/** Loads them all while the process is there to ask: what happened can be looked at also when it has ended. */
export function loadAhead(): void {
  // One that is missing says so when it is opened.
  for (const name of Object.keys(LOADS)) loadView(name as LaterName).catch(() => undefined);
}
