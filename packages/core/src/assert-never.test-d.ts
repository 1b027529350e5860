import { expectTypeOf, test } from 'vitest';
import { assertNever } from './assert-never.ts';
import type { LookupResult } from './contract/lookup-result.ts';
import type { CaptureResult } from './contract/result.ts';
import type { WebhookVerdict } from './contract/webhook-event.ts';

declare const result: CaptureResult;
declare const lookup: LookupResult;
declare const verdict: WebhookVerdict;

test('a switch with every status compiles, as a statement and with a value', () => {
  switch (result.status) {
    case 'captured':
    case 'pending':
    case 'declined':
    case 'unsent':
    case 'unknown':
      break;
    default:
      assertNever(result);
  }
  const sentence = () => {
    switch (result.status) {
      case 'captured':
      case 'pending':
        return result.captureId;
      case 'declined':
      case 'unsent':
        return result.error.advice;
      case 'unknown':
        return result.reason;
      default:
        return assertNever(result);
    }
  };
  expectTypeOf(sentence).returns.toBeString();
});

test('a switch that forgets "captured" does not compile', () => {
  switch (result.status) {
    case 'pending':
    case 'declined':
    case 'unsent':
    case 'unknown':
      break;
    default:
      // @ts-expect-error a captured result remains
      assertNever(result);
  }
});

test('a switch that forgets "pending" does not compile', () => {
  switch (result.status) {
    case 'captured':
    case 'declined':
    case 'unsent':
    case 'unknown':
      break;
    default:
      // @ts-expect-error a pending result remains
      assertNever(result);
  }
});

test('a switch that forgets "declined" does not compile', () => {
  switch (result.status) {
    case 'captured':
    case 'pending':
    case 'unsent':
    case 'unknown':
      break;
    default:
      // @ts-expect-error a declined result remains
      assertNever(result);
  }
});

test('a switch that forgets "unsent" does not compile', () => {
  switch (result.status) {
    case 'captured':
    case 'pending':
    case 'declined':
    case 'unknown':
      break;
    default:
      // @ts-expect-error an unsent result remains
      assertNever(result);
  }
});

test('a switch that forgets "unknown" does not compile', () => {
  switch (result.status) {
    case 'captured':
    case 'pending':
    case 'declined':
    case 'unsent':
      break;
    default:
      // @ts-expect-error an unknown result remains
      assertNever(result);
  }
});

test('a switch over the status of a lookup that forgets one does not compile', () => {
  const { status } = lookup;
  switch (status) {
    case 'captured':
    case 'pending':
    case 'declined':
    case 'not-found':
    case 'unknown':
      break;
    default:
      // @ts-expect-error "undecidable" remains
      assertNever(status);
  }
});

test('a switch over the verdict on a notification that forgets one does not compile', () => {
  switch (verdict.status) {
    case 'verified':
    case 'refused':
      break;
    default:
      // @ts-expect-error an unverifiable notification remains
      assertNever(verdict);
  }
});
