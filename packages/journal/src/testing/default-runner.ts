import type { TestRunner } from './test-runner.ts';

/** vitest's functions, where vitest is the runner. It is not loaded elsewhere, because it need not be installed. */
export const vitest: TestRunner | undefined = process.env['VITEST'] === undefined ? undefined : await import('vitest');
