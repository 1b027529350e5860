import { expectTypeOf, test } from 'vitest';
import type { CaptureClient, LookupClient } from '../contract/client.ts';
import type { Capabilities } from '../contract/capabilities.ts';
import type { CapturedResult, CaptureResult, UnknownResult } from '../contract/result.ts';
import {
  capturedResult,
  declinedResult,
  lookupResult,
  pendingResult,
  unknownResult,
  unsentResult,
} from '../testing.ts';

type Acme = Capabilities & { readonly lookupBy: readonly ['reference'] };
declare const client: CaptureClient<object, Acme, 'zeta'> & LookupClient<'reference'>;

test('a result has the type of its status and the id of its provider', () => {
  expectTypeOf(capturedResult({ provider: 'zeta' })).toExtend<CapturedResult<'zeta', 'reference' | 'captureId'>>();
  expectTypeOf(unknownResult({ provider: 'zeta' })).toExtend<UnknownResult<'zeta', 'reference'>>();
  expectTypeOf(capturedResult().provider).toEqualTypeOf<'acme'>();
  expectTypeOf(declinedResult({ provider: 'zeta' }).provider).toEqualTypeOf<'zeta'>();
});

test('a result stands in for one of a client with the same id', () => {
  client.capture = () => Promise.resolve(capturedResult({ provider: 'zeta' }));
  client.capture = () => Promise.resolve(pendingResult({ provider: 'zeta' }));
  client.capture = () => Promise.resolve(declinedResult({ provider: 'zeta', code: 'card_expired' }));
  client.capture = () => Promise.resolve(unsentResult({ provider: 'zeta' }));
  client.capture = () => Promise.resolve(unknownResult({ provider: 'zeta', reason: 'contradictory' }));
  client.lookup = () => Promise.resolve(lookupResult({ status: 'not-found' }));
  expectTypeOf<ReturnType<typeof client.capture>>().resolves.toEqualTypeOf<CaptureResult<'zeta', 'reference'>>();
});

test('a result of a different provider, also of none, does not compile', () => {
  // @ts-expect-error the id is that of a different provider
  client.capture = () => Promise.resolve(capturedResult({ provider: 'acme' }));
  // @ts-expect-error without an id it is acme's
  client.capture = () => Promise.resolve(capturedResult());
});

test('a member with a typo, or of a different status, does not compile', () => {
  // @ts-expect-error the member is captureId
  capturedResult({ captureID: 'C-1' });
  // @ts-expect-error a declined result has no next action
  declinedResult({ nextAction: undefined });
  // @ts-expect-error an unsent result has no response
  unsentResult({ httpStatus: 200 });
  // @ts-expect-error no code of an error
  declinedResult({ code: 'expired' });
});
