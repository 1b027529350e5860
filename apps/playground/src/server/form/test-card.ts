import { TEST_CARDS } from '@capture/sandbox';
import type { FormValues, Issue, TargetName } from '../../shared/api.ts';

/** Refuses a real card in the sandbox. Its number is not repeated. */
export function testCardIssues(values: FormValues, target: TargetName): Issue[] {
  const number = values['card.number'];
  if (target === 'live' || number === undefined || TEST_CARDS.includes(number)) return [];
  return [{ path: 'card.number', rule: 'must be a published test card number: the sandbox accepts no other' }];
}
