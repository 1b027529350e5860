/** Registers a group of tests: `describe` of vitest, node:test and others. */
export type Describe = (title: string, define: () => void) => unknown;

/** Registers a test: `test` of vitest and node:test. For others, wrap theirs to reorder the arguments. */
export type Test = (title: string, options: { readonly timeout: number }, run: () => Promise<void>) => unknown;

/** The functions of a test runner that the clauses need. */
export interface TestRunner {
  readonly describe: Describe;
  readonly test: Test;
}

/** vitest's functions, where vitest is the runner. It is not loaded elsewhere, because it need not be installed. */
const vitest: TestRunner | undefined = process.env['VITEST'] === undefined ? undefined : await import('vitest');

/** The runner to register tests with: the functions that were passed in, and vitest's for the rest. */
export function runnerOf({ describe = vitest?.describe, test = vitest?.test }: Partial<TestRunner>): TestRunner {
  if (describe && test) return { describe, test };
  throw new Error('describeStore needs vitest, or the `describe` and `test` of another runner');
}
