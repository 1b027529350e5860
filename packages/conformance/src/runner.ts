/** Registers a group of tests: `describe` of vitest, node:test and their kind. */
export type Describe = (title: string, define: () => void) => unknown;

/** Registers a test: `test` of vitest and node:test. Other runners need a line that brings the arguments into their order. */
export type Test = (title: string, options: { readonly timeout: number }, run: () => Promise<void>) => unknown;

/** The functions of a test runner that the kit needs. */
export interface TestRunner {
  readonly describe: Describe;
  readonly test: Test;
}

/** vitest's own, where vitest runs. It is loaded nowhere else: another runner does not need it. */
const vitest: TestRunner | undefined = process.env['VITEST'] === undefined ? undefined : await import('vitest');

/** The runner to register tests with: what was passed in, and vitest's functions for the rest. */
export function runnerOf({ describe = vitest?.describe, test = vitest?.test }: Partial<TestRunner>): TestRunner {
  if (describe && test) return { describe, test };
  throw new Error('describeProvider runs in vitest, or with `describe` and `test` of another runner in its options');
}
