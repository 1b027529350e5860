import type { CaptureResult, LookupKeys, Money } from '@capture/core';
import { expectTypeOf, test } from 'vitest';
import type { PayfullCaptureRequest, PayfullClient, PayfullOptions } from './index.ts';
import { createPayfull } from './index.ts';

declare const client: PayfullClient;

test('the factory and the client name their types, so that an editor can show them', () => {
  expectTypeOf(createPayfull).parameter(0).toEqualTypeOf<PayfullOptions>();
  expectTypeOf(client.prepare).parameter(0).toEqualTypeOf<PayfullCaptureRequest>();
  expectTypeOf<PayfullCaptureRequest['amount']>().toEqualTypeOf<Money>();
  expectTypeOf(createPayfull).returns.toExtend<PayfullClient>();
});

test('the host is the merchant’s own, and no environment can be named', () => {
  const account = { merchant: 'm', password: 'p' };
  // @ts-expect-error baseUrl is required
  createPayfull(account);
  // @ts-expect-error no environment is declared
  createPayfull({ ...account, baseUrl: 'https://shop.payfull.com', environment: 'live' });
  // @ts-expect-error nothing could be compared with it
  createPayfull({ ...account, baseUrl: 'https://shop.payfull.com', expect: 'live' });
});

test('a lookup goes by the reference', () => {
  expectTypeOf(client.lookup).parameter(0).toEqualTypeOf<LookupKeys<'reference'>>();
  // @ts-expect-error Payfull cannot be asked by the id of an authorization
  void client.lookup({ authorizationId: 'T4U_8d8125d10a_481a77f38' });
});

test('the keys of every result are keys of its lookup', () => {
  expectTypeOf(client.capture).returns.resolves.toEqualTypeOf<CaptureResult<'payfull', 'reference'>>();
  const again = (result: CaptureResult<'payfull', 'reference'>) =>
    result.status === 'unknown' ? client.lookup(result.lookupKeys) : undefined;
  expectTypeOf(again).returns.not.toBeAny();
});

test('Payfull has no notifications', () => {
  // @ts-expect-error there is nothing to verify
  client.webhook;
});
