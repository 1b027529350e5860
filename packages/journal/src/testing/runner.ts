import { vitest } from '#default-runner';
import type { TestRunner } from './test-runner.ts';

/** The runner to register tests with: the functions that were passed in, and vitest's for the rest. */
export function runnerOf({ describe = vitest?.describe, test = vitest?.test }: Partial<TestRunner>): TestRunner {
  if (describe && test) return { describe, test };
  throw new Error('describeStore needs vitest, or the `describe` and `test` of another runner');
}
