import { STORE_GROUPS, type StoreClause } from './clause.ts';
import { authorizations } from './clauses/authorizations.ts';
import { claims } from './clauses/claims.ts';
import { history } from './clauses/history.ts';
import { lookups } from './clauses/lookups.ts';
import { purging } from './clauses/purging.ts';
import { queries } from './clauses/queries.ts';
import { recording } from './clauses/recording.ts';
import { states } from './clauses/states.ts';
import { runnerOf } from './runner.ts';
import type { TestRunner } from './test-runner.ts';
import { type CreateStore, withStore } from './subject.ts';

/** Milliseconds, more than any clause needs on a slow disk. */
const TIMEOUT = 120_000;

/** Every clause of the contract of a store, in order. */
export const STORE_CLAUSES: readonly StoreClause[] = [
  ...recording, // R1–R12
  ...authorizations, // R13–R24
  ...claims, // C1–C10
  ...states, // S1–S11
  ...lookups, // L1–L10
  ...history, // H1–H8
  ...queries, // Q1–Q8
  ...purging, // P1–P5
];

/**
 * Registers the contract of a store as tests, with vitest or with the runner that is passed in. The titles carry the
 * numbers of the clauses.
 *
 * @param name the name of the store
 * @param create creates the store on new, empty storage, for each clause
 */
export function describeStore(name: string, create: CreateStore, runner: Partial<TestRunner> = {}): void {
  const { describe, test } = runnerOf(runner);
  describe(`${name} keeps the contract of a store`, () => {
    for (const [letter, promise] of Object.entries(STORE_GROUPS))
      describe(promise, () => {
        for (const { number, title, run } of STORE_CLAUSES.filter((one) => one.number.startsWith(letter)))
          test(`${number} ${title}`, { timeout: TIMEOUT }, () => withStore(create, run));
      });
  });
}

/** A clause that a store broke. */
export interface StoreBreach {
  /** `C2` */
  readonly number: string;
  readonly title: string;
  readonly error: unknown;
}

/** Runs the clauses without a test runner: all of them, or those with the given numbers. */
export async function proveStore(create: CreateStore, only?: readonly string[]): Promise<readonly StoreBreach[]> {
  const breaches: StoreBreach[] = [];
  for (const { number, title, run } of STORE_CLAUSES) {
    if (only && !only.includes(number)) continue;
    try {
      await withStore(create, run);
    } catch (error) {
      breaches.push({ number, title, error });
    }
  }
  return breaches;
}
