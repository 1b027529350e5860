import { generateKeyPairSync } from 'node:crypto';
import { verifier } from '@capture/core/provider';
import type { WebhookClient } from '@capture/core';
import * as v from 'valibot';
import type { ClientUnderTest, KitOptions } from '../../src/index.ts';
import { createChangedToy, judgePayment, optionsSchema, webhook } from '../toy.ts';
import { toySubject } from '../toy-subject.ts';
import { wrong, type WrongProvider } from './planted.ts';

/** Providers whose notifications cost their receiver a day. */
export const NOTIFYING: Readonly<Record<string, WrongProvider>> = {
  'calls every mistake of a receiver a forgery': wrong(['N13'], {
    client: (client) =>
      withWebhook(client, async (inner, body, headers) => {
        const verdict = await inner.verify(body, headers);
        return verdict.status === 'refused' ? { status: 'refused', reason: 'the signature is wrong' } : verdict;
      }),
  }),
  'reads only one kind of bytes, and headers without lists': wrong(['N2'], {
    client: (client) =>
      withWebhook(client, async (inner, body, headers) =>
        typeof body === 'string' || body instanceof Uint8Array
          ? inner.verify(body, headers)
          : { status: 'refused', reason: 'the body has to be a string or a Uint8Array' },
      ),
  }),
  'refuses the notification of a reference that it took': wrong(['N16'], {
    definition: {
      webhook: verifier({
        ...webhook,
        verify: (raw, options) =>
          raw.text.includes('&')
            ? Promise.resolve({ status: 'refused', reason: 'the content is ambiguous' })
            : webhook.verify(raw, options),
      }),
    },
  }),
  'takes a refund for a capture': wrong(['N15'], {
    definition: {
      webhook: verifier({
        ...webhook,
        read: (response) => ({
          verdict: judgePayment(response, {}),
          reference: response.payment?.reference ?? undefined,
        }),
      }),
    },
  }),
  'finds a wrong public key out with the first notification': withPublicKey(),
};

type Verify = WebhookClient['webhook']['verify'];

function withWebhook(
  client: ClientUnderTest,
  verify: (inner: WebhookClient['webhook'], ...given: Parameters<Verify>) => ReturnType<Verify>,
): ClientUnderTest {
  const { webhook: inner } = client;
  return {
    ...client,
    ...(inner && { webhook: { verify: (...given: Parameters<Verify>) => verify(inner, ...given) } }),
  };
}

/** The toy with a public key beside its secret, of which nothing is checked. */
function withPublicKey(): WrongProvider {
  const pem = generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey.export({ type: 'spki', format: 'pem' });
  const options = v.strictObject({ ...optionsSchema.entries, publicKey: v.optional(v.string()) });
  const create = (given: KitOptions) => createChangedToy({ options }, { shop: 'S-1', ...given });
  const form = { ...toySubject.webhook!, publicKey: { option: 'publicKey', pem: String(pem) } };
  return { subject: { ...toySubject, create, webhook: form }, caughtBy: ['N14'] };
}
