import type { EvidenceCheck } from '../contract/result.ts';
import { mustBe } from './verdict.ts';

/** Compares with a value of the caller's. Returns no check where the caller gave none. */
export function ifGiven(
  field: string,
  expected: string | undefined,
  found: string | null | undefined,
): EvidenceCheck[] {
  return expected === undefined ? [] : [mustBe(field, expected, found)];
}

/** Refuses one value: returns a check that fails where `found` is `forbidden`, and none otherwise. */
export function mustNotBe(field: string, forbidden: string | null | undefined, found: string | null | undefined) {
  const checks: EvidenceCheck[] = [];
  if (found && found === forbidden) checks.push({ field, expected: `other than ${forbidden}`, found, agrees: false });
  return checks;
}

/** True where every check agrees, and where there is none. */
export function allAgree(checks: readonly EvidenceCheck[]): boolean {
  return checks.every(({ agrees }) => agrees);
}
