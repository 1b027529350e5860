import type { WireResponse } from '@capture/core';
import { valueAt } from '../support/paths.ts';
import type { SampleResponses } from '../subject.ts';

/**
 * True where a mutated response still agrees with the genuine success in every decisive field: then `captured` is
 * right. It reads with `JSON.parse`, independently of the code under test.
 */
export function isGenuineSuccess(
  { status, body }: WireResponse,
  genuine: unknown,
  responses: SampleResponses,
): boolean {
  if (status < 200 || status >= 300) return false;
  let mutated: unknown;
  try {
    mutated = JSON.parse(body.replace(/^\ufeff/, ''));
  } catch {
    return false;
  }
  const same = (path: string): boolean => {
    const [found, expected] = [valueAt(mutated, path), valueAt(genuine, path)];
    if (found === expected) return true;
    if (path === responses.amount) return canonicalAmount(found) === canonicalAmount(expected);
    const equivalent = responses.equivalent?.[path];
    return typeof found === 'string' && typeof expected === 'string' && equivalent?.(found, expected) === true;
  };
  const id = valueAt(mutated, responses.captureId);
  return (
    typeof id === 'string' &&
    id !== '' &&
    responses.decisive.every((path) => path === responses.captureId || same(path)) &&
    (responses.compared ?? []).every((path) => isAbsent(mutated, path) || same(path)) &&
    Object.entries(responses.added ?? {}).every(
      ([path, agreeing]) => isAbsent(mutated, path) || valueAt(mutated, path) === agreeing,
    )
  );
}

const isAbsent = (body: unknown, path: string): boolean => (valueAt(body, path) ?? undefined) === undefined;

/** `23.020`, `23.02` and 23.02 are the same amount. */
function canonicalAmount(amount: unknown): string | undefined {
  if (typeof amount !== 'string' && typeof amount !== 'number') return undefined;
  return String(amount)
    .replace(/(\.\d*?)0+$/, '$1')
    .replace(/\.$/, '');
}
