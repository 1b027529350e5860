import type { Clause } from './clause.ts';
import { GROUPS, type Case, type GroupLetter } from './clause.ts';
import { answerFaults } from './groups/answer-faults.ts';
import { cancellation } from './groups/cancellation.ts';
import { changedNotifications } from './groups/changed-notifications.ts';
import { connectionFaults } from './groups/connection-faults.ts';
import { cutAnswers } from './groups/cut-answers.ts';
import { disbelief } from './groups/disbelief.ts';
import { echoed } from './groups/echoes.ts';
import { input } from './groups/input.ts';
import { lookup } from './groups/lookup.ts';
import { manifest } from './groups/manifest.ts';
import { money } from './groups/money.ts';
import { notification } from './groups/notification.ts';
import { options } from './groups/options.ts';
import { outcomes } from './groups/outcomes.ts';
import { secrecy } from './groups/secrecy.ts';
import { secretMistakes } from './groups/secret-mistakes.ts';
import { sending } from './groups/sending.ts';
import { signature } from './groups/signature.ts';
import { tampering } from './groups/tampering.ts';
import { unsentFaults } from './groups/unsent-faults.ts';
import { wire } from './groups/wire.ts';
import type { AnySubject } from './subject.ts';

const LETTERS = Object.keys(GROUPS);
const orderOf = ({ number }: Clause): number => LETTERS.indexOf(number.charAt(0)) * 1000 + Number(number.slice(1));

/** Every clause of the contract, in order. */
export const CLAUSES: readonly Clause[] = [
  ...answerFaults,
  ...cancellation,
  ...changedNotifications,
  ...connectionFaults,
  ...cutAnswers,
  ...disbelief,
  ...echoed,
  ...input,
  ...lookup,
  ...manifest,
  ...money,
  ...notification,
  ...options,
  ...outcomes,
  ...secrecy,
  ...secretMistakes,
  ...sending,
  ...signature,
  ...tampering,
  ...unsentFaults,
  ...wire,
].sort((a, b) => orderOf(a) - orderOf(b));

/** The group that a clause belongs to, by the letter of its number. */
export function groupOf({ number }: Clause): {
  readonly letter: GroupLetter;
  readonly name: string;
  readonly says: string;
} {
  const letter = number.charAt(0) as GroupLetter;
  const [name, says] = GROUPS[letter];
  return { letter, name, says };
}

/** A clause that a subject broke. */
export interface Breach {
  /** `F5.3` */
  readonly number: string;
  readonly title: string;
  readonly error: unknown;
}

/** What {@link prove} found. */
export interface Proven {
  readonly passed: number;
  readonly breaches: readonly Breach[];
}

/**
 * Runs the contract without a test runner, all of it or the clauses that start with one of the given numbers (`['O', 'F8']`).
 */
export async function prove(subject: AnySubject, only?: readonly string[]): Promise<Proven> {
  const breaches: Breach[] = [];
  let passed = 0;
  for (const { number, title, run } of casesOf(subject, only)) {
    try {
      await run();
      passed += 1;
    } catch (error) {
      breaches.push({ number, title, error });
    }
  }
  return { passed, breaches };
}

function casesOf(subject: AnySubject, only?: readonly string[]): readonly Case[] {
  const chosen = ({ number }: Clause): boolean =>
    only?.some((one) => one === number || one === number.charAt(0)) ?? true;
  return CLAUSES.filter(chosen).flatMap((clause) => clause.cases(subject));
}
