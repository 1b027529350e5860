import type { Proof } from '../clause.ts';
import type { AnySubject, SampleLookup } from '../subject.ts';

/** The cases of a clause for each way to look a payment up; none where the provider has no lookup. */
export const lookupCases = (subject: AnySubject, cases: (lookup: SampleLookup) => readonly Proof[]): Proof[] =>
  (subject.lookup ?? []).flatMap(cases);
