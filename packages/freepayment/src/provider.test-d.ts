import type { WebhookClient } from '@capture/core';
import { expectTypeOf, test } from 'vitest';
import type { FreepaymentCaptureRequest, FreepaymentClient } from './index.ts';

declare const client: FreepaymentClient;

test('notifications can be verified', () => {
  expectTypeOf(client.webhook).toEqualTypeOf<WebhookClient['webhook']>();
});

test('the request is named, and takes what prepare returned instead', () => {
  expectTypeOf(client.prepare).parameter(0).toEqualTypeOf<FreepaymentCaptureRequest>();
  expectTypeOf(client.prepare).returns.toExtend<Parameters<FreepaymentClient['capture']>[0]>();
});
