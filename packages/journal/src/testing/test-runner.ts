/** Registers a group of tests: `describe` of vitest, node:test and others. */
export type Describe = (title: string, define: () => void) => unknown;

/** Registers a test: `test` of vitest and node:test. For others, wrap theirs to reorder the arguments. */
export type Test = (title: string, options: { readonly timeout: number }, run: () => Promise<void>) => unknown;

/** The functions of a test runner that the clauses need. */
export interface TestRunner {
  readonly describe: Describe;
  readonly test: Test;
}
