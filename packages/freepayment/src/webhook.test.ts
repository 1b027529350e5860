import { generateKeyPairSync, sign, type SignKeyObjectInput } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { connect, sample } from '../test/support.ts';

const basic = `Basic ${Buffer.from('12345:sandbox-secret-key').toString('base64')}`;
const pair = generateKeyPairSync('rsa', { modulusLength: 2048 });
const pem = pair.publicKey.export({ type: 'spki', format: 'pem' }) as string;
const der = pair.publicKey.export({ type: 'spki', format: 'der' }).toString('base64');

const transaction = { ...sample, tracking_id: 'order-1042' };
const body = JSON.stringify({ transaction });

/** The header that the gateway sends with a body. */
const signed = (text: string, hash = 'sha256', key: SignKeyObjectInput = { key: pair.privateKey }) => ({
  authorization: basic,
  'content-signature': sign(hash, Buffer.from(text), key).toString('base64'),
});

const verify = (
  rawBody: string | Uint8Array,
  headers: Record<string, string | string[]>,
  publicKey: string | undefined = der,
) => connect(publicKey === '' ? {} : { publicKey }).webhook.verify(rawBody, headers);

describe('genuine notifications', () => {
  test.each([
    ["the back office's base64", der],
    ['base64 in lines of 64', der.replace(/(.{64})/g, '$1\r\n')],
    ['PEM', pem],
  ])('a genuine notification is verified with the key as %s', async (_what, publicKey) => {
    expect(await verify(body, signed(body), publicKey)).toMatchObject({
      status: 'verified',
      event: {
        provider: 'freepayment',
        status: 'captured',
        captureId: '2-310b0da80b',
        authorizationId: '1-310b0da80b',
        reference: 'order-1042',
        reportedAmount: { minor: 50, currency: 'USD' },
      },
    });
  });

  test('a genuine notification is verified as bytes, and with a Headers object', async () => {
    const client = connect({ publicKey: der });
    const bytes = new TextEncoder().encode(body);
    expect(await client.webhook.verify(bytes, new Headers(signed(body)))).toMatchObject({ status: 'verified' });
  });

  test('a genuine notification is judged like a response', async () => {
    const about = async (change: Record<string, unknown>) => {
      const text = JSON.stringify({ transaction: { ...sample, ...change } });
      const verdict = await verify(text, signed(text));
      return verdict.status === 'verified' ? verdict.event : verdict;
    };
    expect(await about({ status: 'failed', capture: { status: 'failed' }, code: 'F.0207' })).toMatchObject({
      status: 'declined',
      code: 'insufficient_funds',
    });
    expect(await about({ status: 'pending', capture: null })).toMatchObject({ status: 'pending' });
    expect(await about({ status: 'successful', capture: { status: 'failed' } })).toMatchObject({ status: 'unknown' });
    expect(await about({ type: 'authorization' })).toMatchObject({ status: 'unknown', code: 'other_payment' });
  });
});

describe('refused notifications', () => {
  test('a notification with one changed byte is refused', async () => {
    expect(await verify(body.replace('"amount":50', '"amount":51'), signed(body))).toEqual({
      status: 'refused',
      reason: 'the signature does not match this body and key',
    });
  });

  test('a notification whose JSON was serialized again is refused', async () => {
    expect(await verify(JSON.stringify(JSON.parse(body), null, 1), signed(body))).toMatchObject({ status: 'refused' });
  });

  test('a notification with the right Basic credentials and no signature is refused', async () => {
    expect(await verify(body, { authorization: basic })).toEqual({
      status: 'refused',
      reason: 'Content-Signature is missing or repeated',
    });
  });

  test('a notification with two signatures is refused', async () => {
    const { 'content-signature': signature } = signed(body);
    expect(await verify(body, { 'content-signature': [signature, signature] })).toMatchObject({ status: 'refused' });
    const headers = { 'content-signature': signature, 'Content-Signature': signature };
    expect(await verify(body, headers)).toMatchObject({ status: 'refused' });
  });

  test.each(['', 'no base64!', 'AAAA', 'x'.repeat(344)])(
    'a notification with the signature "%s" is refused',
    async (signature) => {
      expect(await verify(body, { 'content-signature': signature })).toMatchObject({ status: 'refused' });
    },
  );

  test('a notification signed with another digest, padding or key is refused', async () => {
    expect(await verify(body, signed(body, 'sha1'))).toMatchObject({ status: 'refused' });
    expect(await verify(body, signed(body, 'sha512'))).toMatchObject({ status: 'refused' });
    const pss = { key: pair.privateKey, padding: 6 };
    expect(await verify(body, signed(body, 'sha256', pss))).toMatchObject({ status: 'refused' });
    const other = { key: generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey };
    expect(await verify(body, signed(body, 'sha256', other))).toMatchObject({ status: 'refused' });
  });

  test.each(['{}', '[]', 'not json', '{"transaction":{"amount":"50"}}', '{"transaction":{},"transaction":{}}'])(
    'a notification with a signed but undocumented body is refused: %s',
    async (text) => {
      expect(await verify(text, signed(text))).toMatchObject({ status: 'refused' });
    },
  );
});

describe('unverifiable notifications', () => {
  test('a notification is unverifiable without a public key', async () => {
    expect(await verify(body, signed(body), '')).toEqual({
      status: 'unverifiable',
      reason: 'publicKey is not configured',
    });
  });

  test('a notification is unverifiable with a key that is no RSA public key', async () => {
    const elliptic = generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey;
    const key = elliptic.export({ type: 'spki', format: 'der' }).toString('base64');
    expect(await verify(body, signed(body), key)).toMatchObject({ status: 'unverifiable' });
    // The second is no base64 either: its length is 1 more than a multiple of 4.
    for (const none of [`MIIB${'A'.repeat(200)}`, `MIIB${'A'.repeat(201)}`])
      expect(await verify(body, signed(body), none)).toEqual({
        status: 'unverifiable',
        reason: 'the configured publicKey is not an RSA public key',
      });
  });
});
