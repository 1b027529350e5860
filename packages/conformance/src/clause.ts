import type { AnySubject } from './subject.ts';

/**
 * The groups of the contract in their order, by the letter of their clauses: the name, which is also that of the
 * folder, and the promise.
 */
export const GROUPS = {
  K: ['manifest', 'Everything that a provider declares about itself is true.'],
  I: ['input', 'Invalid input is rejected before anything is sent, with its path and the rule, and without its value.'],
  W: ['wire', 'A capture is one request, exactly as the provider documents it.'],
  M: ['money', 'The requested amount is sent exactly, and the reported amount is checked against it.'],
  S: ['signature', 'Every request is authenticated, and a signed request cannot be altered in transit.'],
  O: ['outcomes', 'A result claims no more than the response proves.'],
  F: ['faults', 'Whatever fails, a capture is executed at most once, and the result is honest about it.'],
  X: ['secrecy', 'Nothing that leaves the client contains a secret.'],
  C: ['cancellation', 'A caller can abort at any moment, and the result says how far the request got.'],
  L: ['lookup', 'A lookup reports what the provider reports about this payment, and nothing else.'],
  N: ['notification', 'A notification is trusted only when it is proven to be the provider’s.'],
  E: ['environment', 'No request goes to an environment that was not chosen, and no test passes for a live payment.'],
} as const;

/** The letter of a group: `F`. */
export type GroupLetter = keyof typeof GROUPS;

/** A test of a clause. */
export interface Case {
  /** `F5.3`, or the number of the clause where it has one case only. */
  readonly number: string;
  readonly title: string;
  /** Rejects when the subject breaks the clause. */
  readonly run: () => Promise<void>;
}

/** A promise of the contract. */
export interface Clause {
  /** `F5` */
  readonly number: string;
  readonly title: string;
  /** The tests that prove it for a subject; none where it does not apply. */
  readonly cases: (subject: AnySubject) => readonly Case[];
}

/** A case before it has a number. */
export type Proof = readonly [title: string, run: () => Promise<void> | void];

/** A clause with a case for each field, credential, response, … of the subject. */
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

/** A clause with one case. It applies to every subject, or to those for which `applies` is true. */
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
