import { describe, test } from 'vitest';
import { GROUPS } from './clause.ts';
import { CLAUSES, groupOf } from './list.ts';
import type { AnySubject, Credentials, Subject } from './subject.ts';

/** More than any clause needs; those that wait for a deadline bring their own, short ones. */
const TIMEOUT = 60_000;

/**
 * Registers every clause of the contract with vitest, as tests of this provider. Call it once, at the top of a test file. The titles carry the numbers of `docs/contract.md`, so
 * `vitest -t F5.3` runs one of them.
 */
export function describeProvider<const C extends Credentials>(subject: Subject<C>): void {
  const any: AnySubject = subject;
  describe(`the contract, kept by ${subject.id}`, () => {
    const clauses = CLAUSES.map((clause) => ({ clause, cases: clause.cases(any) })).filter(
      ({ cases }) => cases.length > 0,
    );
    for (const [letter, [name]] of Object.entries(GROUPS)) {
      const group = clauses.filter(({ clause }) => groupOf(clause).letter === letter);
      // A suite without a test fails.
      if (group.length === 0) continue;
      describe(`${letter} ${name}`, () => {
        for (const { clause, cases } of group)
          describe(`${clause.number} ${clause.title}`, () => {
            for (const { number, title, run } of cases) test(`${number} ${title}`, run, TIMEOUT);
          });
      });
    }
  });
}
