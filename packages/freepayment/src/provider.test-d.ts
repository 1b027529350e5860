import type { WebhookClient } from '@capture/core';
import { expectTypeOf, test } from 'vitest';
import { createFreepayment, type FreepaymentCaptureRequest, type FreepaymentClient } from './index.ts';
import type { FreepaymentOptions } from './index.ts';

declare const client: FreepaymentClient;

test('an environment or a base URL is required', () => {
  const account = { shopId: '1', secretKey: 's' };
  createFreepayment({ ...account, environment: 'live', expect: 'live' });
  createFreepayment({ ...account, baseUrl: 'https://api.bepaid.by/beyag' });
  // @ts-expect-error neither is given
  createFreepayment(account);
  // @ts-expect-error no such environment
  createFreepayment({ ...account, environment: 'production' });
  expectTypeOf(createFreepayment).parameter(0).toEqualTypeOf<FreepaymentOptions>();
});

test('notifications can be verified', () => {
  expectTypeOf(client.webhook).toEqualTypeOf<WebhookClient['webhook']>();
});

test('the request is named, and takes what prepare returned instead', () => {
  expectTypeOf(client.prepare).parameter(0).toEqualTypeOf<FreepaymentCaptureRequest>();
  expectTypeOf(client.prepare).returns.toExtend<Parameters<FreepaymentClient['capture']>[0]>();
});
