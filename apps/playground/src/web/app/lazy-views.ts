import { lazy } from 'react';

// Only the first view is in the first load.
export const LabView = lazy(async () => ({ default: (await import('../views/lab/LabView.tsx')).LabView }));
export const SandboxView = lazy(async () => ({
  default: (await import('../views/sandbox/SandboxView.tsx')).SandboxView,
}));
export const CompareView = lazy(async () => ({
  default: (await import('../views/compare/CompareView.tsx')).CompareView,
}));
export const HistoryView = lazy(async () => ({
  default: (await import('../views/history/HistoryView.tsx')).HistoryView,
}));
