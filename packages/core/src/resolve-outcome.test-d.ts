import { test } from 'vitest';
import type { LookupClient } from './contract/client.ts';
import type { UnknownResult } from './contract/result.ts';
import { resolveOutcome } from './resolve-outcome.ts';

declare const acme: LookupClient<'reference'> & { readonly provider: 'acme' };
declare const anyClient: LookupClient & { readonly provider: string };
declare const ofAcme: UnknownResult<'acme', 'reference'>;
declare const ofZeta: UnknownResult<'zeta', 'reference'>;
declare const stored: Pick<UnknownResult, 'provider' | 'lookupKeys'>;

test('a result of the same provider, or of one unknown to the compiler, is accepted', () => {
  void resolveOutcome(acme, ofAcme);
  void resolveOutcome(acme, stored);
  void resolveOutcome(anyClient, ofZeta);
});

test('a result of a different provider does not compile', () => {
  // @ts-expect-error a different provider may have a different payment with the same reference
  void resolveOutcome(acme, ofZeta);
});
