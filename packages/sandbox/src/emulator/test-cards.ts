import type { DeclineReason } from '../state/capture-state.ts';
import { Rejection } from './rejection.ts';

/** Example cards of the pages, which are accepted even after their expiry dates. */
const EXAMPLE_CARDS = [
  { number: '5425233430109903', month: '04', year: '2026' },
  { number: '5200000000001005', month: '12', year: '2024' },
  { number: '4111111111111111', month: '01', year: '2024' },
] as const;

/** Published test card numbers that are approved: the pages' own, and those of other providers and card brands. */
const APPROVED_CARDS = [
  '5425233430109903',
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
] as const;

/** Published test card numbers with another outcome: what their publisher, Stripe, documents for them. */
export const TEST_CARD_OUTCOMES = {
  '4000000000000002': 'declined',
  '4000000000009995': 'insufficient-funds',
  '4000000000009987': 'invalid-card',
  '4000000000000069': 'expired-card',
  '4000000000000127': 'wrong-cvv',
  '4100000000000019': 'suspected-fraud',
  '4000000000003220': '3-d-secure',
} as const satisfies Readonly<Record<string, DeclineReason | '3-d-secure'>>;

/** The card numbers that the emulators take. */
export const TEST_CARDS: readonly string[] = [...APPROVED_CARDS, ...Object.keys(TEST_CARD_OUTCOMES)];

/** A card as requests name it. */
export interface Card {
  readonly number: string;
  /** Two digits. */
  readonly month: string;
  /** Two or four digits. */
  readonly year: string;
}

/** Refuses any number that is not a published test card, without repeating it: it could be a real one. */
export function checkTestCard(number: string, path: string): void {
  if (!TEST_CARDS.includes(number)) {
    throw new Rejection('invalid', path, 'the sandbox takes published test card numbers only');
  }
}

/** The reason to decline the card at that time, `3-d-secure` if its holder has to confirm, or `undefined`. */
export function cardOutcome(card: Card, now: Date): DeclineReason | '3-d-secure' | undefined {
  const year = card.year.length === 2 ? `20${card.year}` : card.year;
  const isExample = EXAMPLE_CARDS.some(
    (one) => one.number === card.number && one.month === card.month && one.year === year,
  );
  // A card is valid until the end of its expiry month.
  if (!isExample && now.getTime() >= Date.UTC(Number(year), Number(card.month), 1)) return 'expired-card';
  return Object.hasOwn(TEST_CARD_OUTCOMES, card.number)
    ? TEST_CARD_OUTCOMES[card.number as keyof typeof TEST_CARD_OUTCOMES]
    : undefined;
}

/**
 * The outcome of an authorization with this card. *assumed*: one that wants 3-D Secure is declined where no page
 * documents an address at which its holder could confirm.
 */
export function decisionForCard(
  card: Card,
  now: Date,
): { readonly state: 'authorized' | 'declined'; readonly reason?: DeclineReason } {
  const outcome = cardOutcome(card, now);
  if (outcome === undefined) return { state: 'authorized' };
  return { state: 'declined', reason: outcome === '3-d-secure' ? 'do-not-honor' : outcome };
}
