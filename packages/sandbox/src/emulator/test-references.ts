import type { CaptureDecision, DeclineReason } from '../state/capture-state.ts';

/**
 * References that decide the outcome of a capture, each with its effect. A reference matches if it is one of them, or
 * starts with one and `-`, so that it can stay unique: `pending-order-7`. The longest match wins.
 */
export const TEST_REFERENCES = {
  'decline-insufficient-funds': 'Declined: insufficient funds.',
  'decline-do-not-honor': 'Declined: do not honor; the issuer gives no reason.',
  'decline-expired-card': 'Declined: the card has expired.',
  'decline-suspected-fraud': 'Declined: suspected fraud.',
  pending:
    'Accepted, and pending until `completePending` is called. Ignored where the provider has no pending captures.',
  'pending-3ds': 'Pockyt: pending, with a 3-D Secure address as `authenticationUrl`.',
  'pending-3ds-authurl': 'Pockyt: the same, with the address under its other name, `authUrl`.',
} as const;

/** The test reference that matches this reference. */
export function testReferenceOf(reference: string | undefined): keyof typeof TEST_REFERENCES | undefined {
  const names = Object.keys(TEST_REFERENCES) as (keyof typeof TEST_REFERENCES)[];
  const matches = names.filter((name) => reference === name || reference?.startsWith(`${name}-`));
  return matches.sort((a, b) => b.length - a.length)[0];
}

/** The outcome that a reference selects: `captured`, unless it is a test reference. */
export function decisionFor(reference: string | undefined, { pending }: { pending: boolean }): CaptureDecision {
  const matched = testReferenceOf(reference);
  if (matched?.startsWith('decline-')) {
    return { state: 'declined', reason: matched.slice('decline-'.length) as DeclineReason };
  }
  return { state: matched && pending ? 'pending' : 'captured' };
}
