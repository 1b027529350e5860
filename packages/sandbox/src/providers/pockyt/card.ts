import type { DeclineReason } from '../../state/capture-state.ts';
import { Rejection } from '../../emulator/rejection.ts';

/** The page's sample card, which stays good although its date goes by. */
const SAMPLE_CARD = { number: '5425233430109903', month: '04', year: '2026' };

/** Published test numbers: the page's own, and those that providers and card brands print for tests. */
export const TEST_CARDS: readonly string[] = [
  SAMPLE_CARD.number,
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

/** Refuses any number that is not published for tests: a real card has no business here, and is not repeated either. */
export function checkTestCard(number: string): void {
  if (!TEST_CARDS.includes(number)) {
    throw new Rejection('invalid', 'cardNumber', 'the sandbox takes published test card numbers only');
  }
}

/** The reason to decline the card at that time, if there is one. */
export function cardDeclineReason(
  card: { number: string; month: string; year: string },
  now: Date,
): DeclineReason | undefined {
  const isSample =
    card.number === SAMPLE_CARD.number && card.month === SAMPLE_CARD.month && card.year === SAMPLE_CARD.year;
  // A card is good until its month has ended.
  const ends = Date.UTC(Number(card.year), Number(card.month), 1);
  return !isSample && now.getTime() >= ends ? 'expired-card' : undefined;
}
