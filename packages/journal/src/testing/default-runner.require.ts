import type { TestRunner } from './test-runner.ts';

/** CommonJS has no default: vitest refuses to be required. Where vitest runs the tests it loads the ES module. */
export const vitest: TestRunner | undefined = undefined;
