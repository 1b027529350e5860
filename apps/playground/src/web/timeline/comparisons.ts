import type { EvidenceCheck, ResultEvent } from '../../shared/run-event.ts';

/** All comparisons behind a result, with the amount if the provider reported one. */
export function comparisonsOf({ checks, requested, reported, amountCheck }: ResultEvent): readonly EvidenceCheck[] {
  if (!reported || (amountCheck !== 'match' && amountCheck !== 'mismatch')) return checks;
  const expected = `${requested.major} ${requested.currency}`;
  const found = `${reported.major} ${reported.currency}`;
  return [...checks, { field: 'amount', expected, found, agrees: amountCheck === 'match' }];
}
