import { expectTypeOf, test } from 'vitest';
import { acceptedOrThrow } from '../accepted-or-throw.ts';
import type { CapturedResult, CaptureResult, LookupKeys, PendingResult } from './result.ts';

declare const result: CaptureResult;

test('a switch over all five statuses leaves nothing', () => {
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

test('a switch that forgets unknown does not compile', () => {
  switch (result.status) {
    case 'captured':
    case 'pending':
    case 'declined':
    case 'unsent':
      break;
    default:
      // @ts-expect-error an unknown result is left
      result satisfies never;
  }
});

test('only an accepted result has the id of a capture', () => {
  // @ts-expect-error it may be declined
  expectTypeOf(result.captureId).toBeString();
  if (result.status === 'captured') expectTypeOf(result).toEqualTypeOf<CapturedResult>();
  expectTypeOf(acceptedOrThrow(result)).toEqualTypeOf<CapturedResult | PendingResult>();
});

test('the keys of a lookup hold at least one that the provider can look up by', () => {
  expectTypeOf<{ reference: string }>().toExtend<LookupKeys<'reference'>>();
  expectTypeOf<{ reference: string; authorizationId: string }>().toExtend<LookupKeys<'reference'>>();
  expectTypeOf<{ authorizationId: string }>().not.toExtend<LookupKeys<'reference'>>();
  expectTypeOf<{ captureId: string }>().toExtend<LookupKeys<'captureId' | 'reference'>>();
  expectTypeOf<object>().not.toExtend<LookupKeys<'captureId' | 'reference'>>();
});
