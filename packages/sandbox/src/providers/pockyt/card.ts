import { Rejection } from '../../emulator/rejection.ts';
import type { DeclineReason } from '../../state/capture-state.ts';

/** The page's example card, which is accepted even after its expiry date. */
const EXAMPLE_CARD = { number: '5425233430109903', month: '04', year: '2026' };

/** Published test card numbers: the page's own, and those of other providers and card brands. */
export const TEST_CARDS: readonly string[] = [
  EXAMPLE_CARD.number,
  '4111111111111111',
  '4242424242424242',
  '4012888888881881',
  '5555555555554444',
  '5105105105105100',
  '5200000000001005',
  '378282246310005',
  '371449635398431',
  '6011111111111117',
  '3530111333300000',
];

/** Refuses any number that is not a published test card, without repeating it: it could be a real one. */
export function checkTestCard(number: string): void {
  if (!TEST_CARDS.includes(number)) {
    throw new Rejection('invalid', 'cardNumber', 'the sandbox takes published test card numbers only');
  }
}

/** The reason to decline the card at that time, if any. */
export function cardDeclineReason(
  card: { number: string; month: string; year: string },
  now: Date,
): DeclineReason | undefined {
  const isExample =
    card.number === EXAMPLE_CARD.number && card.month === EXAMPLE_CARD.month && card.year === EXAMPLE_CARD.year;
  // A card is valid until the end of its expiry month.
  const ends = Date.UTC(Number(card.year), Number(card.month), 1);
  return !isExample && now.getTime() >= ends ? 'expired-card' : undefined;
}
