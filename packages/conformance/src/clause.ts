import type { AnySubject } from './subject.ts';

/** The groups of the contract, in their order, by the letter that starts their clauses. */
export const GROUPS = {
  K: ['manifest', 'What a provider declares is true, and what it declares absent is absent.'],
  I: ['input', 'Bad input is refused before anything is sent, with path and rule, and without the value.'],
  W: ['wire', 'What goes out is one request, exactly as the provider documents it.'],
  M: ['money', 'The amount that is asked goes out exactly, and the amount that is reported is held against it.'],
  S: ['signature', 'Every request proves who asks, and nothing that is signed can be changed on the way.'],
  O: ['outcomes', 'A result says no more than the answer proves.'],
  F: ['faults', 'Whatever breaks, the request is executed at most once, and the result does not lie about it.'],
  X: ['secrecy', 'No secret is in anything that leaves.'],
  C: ['cancellation', 'A caller can give up at any moment, and is told how far the request had got.'],
  L: ['look-up', 'A look-up says what the provider says of this payment, and nothing else.'],
  N: ['notification', 'A notification is believed only when it is proven to be the provider’s.'],
} as const;

/** The letter of a group. */
export type GroupLetter = keyof typeof GROUPS;

/** One test of a clause. */
export interface Case {
  /** `F5.3`, or the clause's own number where it has one case only. */
  readonly number: string;
  readonly title: string;
  /** Rejects when the subject breaks the clause. */
  readonly run: () => Promise<void>;
}

/** One promise of the contract. */
export interface Clause {
  /** `F5` */
  readonly number: string;
  readonly title: string;
  /** The tests that prove it of a subject; none where it does not apply. */
  readonly cases: (subject: AnySubject) => readonly Case[];
}

/** What a clause does with a subject: a title and a test for each case. */
export type Proof = readonly [title: string, run: () => Promise<void> | void];

/** A clause with as many cases as the subject gives reason for. */
export function each(number: string, title: string, proofs: (subject: AnySubject) => readonly Proof[]): Clause {
  return {
    number,
    title,
    cases: (subject) =>
      proofs(subject).map(([caseTitle, run], index) => ({
        number: `${number}.${index + 1}`,
        title: caseTitle,
        run: async () => run(),
      })),
  };
}

/** A clause with one case. It applies to every subject, or to those for which `applies` says so. */
export function once(
  number: string,
  title: string,
  run: (subject: AnySubject) => Promise<void> | void,
  applies: (subject: AnySubject) => boolean = () => true,
): Clause {
  return {
    number,
    title,
    cases: (subject) => (applies(subject) ? [{ number, title, run: async () => run(subject) }] : []),
  };
}
