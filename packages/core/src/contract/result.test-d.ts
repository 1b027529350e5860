import { expectTypeOf, test } from 'vitest';
import { acceptedOrThrow } from '../accepted-or-throw.ts';
import type { CapturedResult, CaptureResult, LookupKeys, PendingResult } from './result.ts';

declare const result: CaptureResult;

test('a switch over all five statuses is exhaustive', () => {
  const textOf = (): string => {
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
        return result satisfies never;
    }
  };
  expectTypeOf(textOf).returns.toBeString();
});

test('a switch without unknown does not compile', () => {
  switch (result.status) {
    case 'captured':
    case 'pending':
    case 'declined':
    case 'unsent':
      break;
    default:
      // @ts-expect-error an unknown result remains
      result satisfies never;
  }
});

test('only an accepted result has a capture id', () => {
  // @ts-expect-error it may be declined
  expectTypeOf(result.captureId).toBeString();
  if (result.status === 'captured') expectTypeOf(result).toEqualTypeOf<CapturedResult>();
  expectTypeOf(acceptedOrThrow(result)).toEqualTypeOf<CapturedResult | PendingResult>();
});

test('every result says live or test, as far as it is known', () => {
  expectTypeOf(result.live).toEqualTypeOf<boolean | undefined>();
});

test('lookup keys contain at least one by which the provider can look up', () => {
  expectTypeOf<{ reference: string }>().toExtend<LookupKeys<'reference'>>();
  expectTypeOf<{ reference: string; authorizationId: string }>().toExtend<LookupKeys<'reference'>>();
  expectTypeOf<{ authorizationId: string }>().not.toExtend<LookupKeys<'reference'>>();
  expectTypeOf<{ captureId: string }>().toExtend<LookupKeys<'captureId' | 'reference'>>();
  expectTypeOf<object>().not.toExtend<LookupKeys<'captureId' | 'reference'>>();
});
