import assert from 'node:assert/strict';
import type { LookupKeys } from '@capture/core';
import { clientOf } from '../../support/client.ts';
import { respondingTransport } from '../../support/responding-transport.ts';
import { rejectionOf } from '../../support/assert-result.ts';
import { each } from '../../clause.ts';
import { CANARY } from '../../tables/invalid-values.ts';

const INVALID_KEYS: Readonly<Record<string, unknown>> = {
  'no key': {},
  'an unknown key': { kitKey: CANARY },
  undefined: undefined,
  'a string': CANARY,
  'only an amount': { amount: { minor: 100, currency: 'EUR' } },
  'a key that is a number': { reference: 7, captureId: 7, authorizationId: 7 },
  'an empty key': { reference: '', captureId: '', authorizationId: '' },
  'a key with a line break': { reference: 'a\r\nb', captureId: 'a\r\nb', authorizationId: 'a\r\nb' },
  'a key that leaves the path': { reference: '../a', captureId: '../a', authorizationId: '../a' },
};

/** Proves that invalid keys are rejected before anything is sent. */
export const lookupKeys = [
  each('L7', 'invalid keys are rejected, and nothing is sent', (subject) =>
    subject.lookup
      ? Object.entries(INVALID_KEYS).map(([name, keys]) => [
          name,
          async () => {
            const transport = respondingTransport(() => ({ status: 500, headers: {}, body: '' }));
            const error = await rejectionOf(() => clientOf(subject, { transport }).lookup?.(keys as LookupKeys));
            assert.ok(!JSON.stringify(error).includes(CANARY), 'the error repeats the value');
            assert.equal(transport.sent.length, 0);
          },
        ])
      : [],
  ),
];
