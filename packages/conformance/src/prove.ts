import type { Case, Clause } from './clause.ts';
import { CLAUSES } from './list.ts';
import type { AnySubject } from './subject.ts';

/** A clause that a subject broke. */
export interface Breach {
  /** `F5.3` */
  readonly number: string;
  readonly title: string;
  readonly error: unknown;
}

/** The outcome of {@link prove}. */
export interface ProofReport {
  readonly passed: number;
  readonly breaches: readonly Breach[];
}

/** Runs the contract without a test runner: all of it, or the given letters and clauses (`['O', 'F8']`). */
export async function prove(subject: AnySubject, only?: readonly string[]): Promise<ProofReport> {
  const breaches: Breach[] = [];
  let passed = 0;
  for (const { number, title, run } of selectedCases(subject, only)) {
    try {
      await run();
      passed += 1;
    } catch (error) {
      breaches.push({ number, title, error });
    }
  }
  return { passed, breaches };
}

function selectedCases(subject: AnySubject, only?: readonly string[]): readonly Case[] {
  const chosen = ({ number }: Clause): boolean =>
    only?.some((one) => one === number || one === number.charAt(0)) ?? true;
  return CLAUSES.filter(chosen).flatMap((clause) => clause.cases(subject));
}
