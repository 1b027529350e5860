import type { WireResponse } from '@capture/core';
import { at } from '../support/paths.ts';
import type { Answers } from '../subject.ts';

/**
 * Whether a mutated answer still says, in every part that decides, what the genuine success says: then `captured` is right. It reads on its own, with `JSON.parse`, and not
 * with the code under test.
 */
export function saysCaptured({ status, body }: WireResponse, genuine: unknown, answers: Answers): boolean {
  if (status < 200 || status >= 300) return false;
  let answer: unknown;
  try {
    answer = JSON.parse(body.replace(/^\ufeff/, ''));
  } catch {
    return false;
  }
  const same = (path: string): boolean => {
    const [found, expected] = [at(answer, path), at(genuine, path)];
    if (found === expected) return true;
    if (path === answers.amount) return digitsOf(found) === digitsOf(expected);
    const alike = answers.alike?.[path];
    return typeof found === 'string' && typeof expected === 'string' && alike?.(found, expected) === true;
  };
  const id = at(answer, answers.captureId);
  return (
    typeof id === 'string' &&
    id !== '' &&
    answers.decisive.every((path) => path === answers.captureId || same(path)) &&
    (answers.compared ?? []).every((path) => (at(answer, path) ?? undefined) === undefined || same(path))
  );
}

/** `23.020`, `23.02` and 23.02 are one amount. */
function digitsOf(amount: unknown): string | undefined {
  if (typeof amount !== 'string' && typeof amount !== 'number') return undefined;
  return String(amount)
    .replace(/(\.\d*?)0+$/, '$1')
    .replace(/\.$/, '');
}
