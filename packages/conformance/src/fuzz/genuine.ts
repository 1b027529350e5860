import type { WireResponse } from '@capture/core';
import { valueAt } from '../support/paths.ts';
import type { SampleResponses } from '../subject.ts';

/**
 * Whether a mutated answer still says, in every part that decides, what the genuine success says: then `captured` is right. It reads on its own, with `JSON.parse`, and not
 * with the code under test.
 */
export function isGenuineSuccess({ status, body }: WireResponse, genuine: unknown, answers: SampleResponses): boolean {
  if (status < 200 || status >= 300) return false;
  let answer: unknown;
  try {
    answer = JSON.parse(body.replace(/^\ufeff/, ''));
  } catch {
    return false;
  }
  const same = (path: string): boolean => {
    const [found, expected] = [valueAt(answer, path), valueAt(genuine, path)];
    if (found === expected) return true;
    if (path === answers.amount) return canonicalAmount(found) === canonicalAmount(expected);
    const alike = answers.equivalent?.[path];
    return typeof found === 'string' && typeof expected === 'string' && alike?.(found, expected) === true;
  };
  const id = valueAt(answer, answers.captureId);
  return (
    typeof id === 'string' &&
    id !== '' &&
    answers.decisive.every((path) => path === answers.captureId || same(path)) &&
    (answers.compared ?? []).every((path) => (valueAt(answer, path) ?? undefined) === undefined || same(path))
  );
}

/** `23.020`, `23.02` and 23.02 are one amount. */
function canonicalAmount(amount: unknown): string | undefined {
  if (typeof amount !== 'string' && typeof amount !== 'number') return undefined;
  return String(amount)
    .replace(/(\.\d*?)0+$/, '$1')
    .replace(/\.$/, '');
}
