import { generateKeyPairSync, sign, type SignKeyObjectInput } from 'node:crypto';
import { runInNewContext } from 'node:vm';
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

function shared(text: string): SharedArrayBuffer {
  const bytes = new TextEncoder().encode(text);
  const buffer = new SharedArrayBuffer(bytes.byteLength);
  new Uint8Array(buffer).set(bytes);
  return buffer;
}

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

  const bytesIn = (make: string): unknown => runInNewContext(make, { text: [...new TextEncoder().encode(body)] });
  test.each<[string, unknown]>([
    ['an ArrayBuffer', new TextEncoder().encode(body).buffer],
    ['a SharedArrayBuffer', shared(body)],
    ['a DataView', new DataView(new TextEncoder().encode(`__${body}`).buffer, 2)],
    ['a Buffer', Buffer.from(body)],
    ['a part of a Buffer', Buffer.from(`__${body}__`).subarray(2, -2)],
    ['an Int8Array', new Int8Array(new TextEncoder().encode(body).buffer)],
    ['a Uint8Array of another realm', bytesIn('Uint8Array.from(text)')],
    ['an ArrayBuffer of another realm', bytesIn('Uint8Array.from(text).buffer')],
    ['a DataView of another realm', bytesIn('new DataView(Uint8Array.from(text).buffer)')],
  ])('a genuine notification is verified as %s', async (_what, bytes) => {
    expect(await verify(bytes as Uint8Array, signed(body))).toMatchObject({ status: 'verified' });
  });

  test('an object that only looks like a buffer is none', async () => {
    const imitation = { [Symbol.toStringTag]: 'ArrayBuffer', byteLength: 4 };
    expect(await verify(imitation as unknown as Uint8Array, signed(body))).toMatchObject({
      reason: expect.stringContaining('was parsed') as unknown,
    });
  });

  test('a genuine notification is verified with headersDistinct, rawHeaders and pairs', async () => {
    const { 'content-signature': signature } = signed(body);
    const client = connect({ publicKey: der });
    const forms = [
      { 'content-signature': [signature] },
      ['Content-Signature', signature],
      [['Content-Signature', signature] as const],
      new Map([['Content-Signature', signature]]),
    ];
    for (const headers of forms)
      expect(await client.webhook.verify(body, headers)).toMatchObject({ status: 'verified' });
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
    expect(await about({ type: null })).toMatchObject({ status: 'unknown', code: 'other_payment' });
  });

  test.each(['authorization', 'payment', 'refund', 'void', 'chargeback'])(
    'a genuine notification of another transaction is verified with its type and without a capture id: %s',
    async (type) => {
      const text = JSON.stringify({ transaction: { ...transaction, type } });
      const verdict = await verify(text, signed(text));
      expect(verdict).toMatchObject({
        status: 'verified',
        event: {
          status: 'other',
          transactionType: type,
          captureId: undefined,
          code: undefined,
          reference: 'order-1042',
        },
      });
      const { authorizationId } = verdict.status === 'verified' ? verdict.event : {};
      expect(authorizationId).toBe(type === 'authorization' ? sample['uid'] : undefined);
    },
  );

  test('several tracking ids do not come as one reference', async () => {
    const referenceOf = async (tracking_id: string) => {
      const text = JSON.stringify({ transaction: { ...sample, tracking_id } });
      const verdict = await verify(text, signed(text));
      return verdict.status === 'verified' ? [verdict.event.reference, verdict.event.lookupKeys.reference] : verdict;
    };
    expect(await referenceOf('1;2')).toEqual([undefined, undefined]);
    expect(await referenceOf('1 ; 2;3')).toEqual([undefined, undefined]);
    expect(await referenceOf(' 1 ')).toEqual(['1', '1']);
  });
});

describe('refused notifications', () => {
  test('a notification with one changed byte is refused', async () => {
    expect(await verify(body.replace('"amount":50', '"amount":51'), signed(body))).toEqual({
      status: 'refused',
      reason:
        'the signature does not match this body and key; if the body was parsed and serialized again, pass the raw body',
    });
    expect(await verify(body.replace('"amount":50', '"amount": 51'), signed(body))).toEqual({
      status: 'refused',
      reason: 'the signature does not match this body and key',
    });
  });

  test.each([
    ['escaped slashes', '{"transaction":{"receipt_url":"https:\\/\\/a.example\\/1","amount":50}}'],
    ['escaped letters', String.raw`{"transaction":{"description":"gr\u00fc\u00df \ud83d\ude00","amount":50}}`],
    ['both', String.raw`{"transaction":{"description":"1\/\u00fc","amount":50}}`],
  ])('a notification that was parsed and serialized again is named: %s', async (_what, raw) => {
    expect(await verify(raw, signed(raw))).toMatchObject({ status: 'verified' });
    expect(await verify(JSON.stringify(JSON.parse(raw)), signed(raw))).toEqual({
      status: 'refused',
      reason: 'the body was parsed and serialized again: pass the raw body',
    });
  });

  test.each<[string, unknown, string]>([
    ['missing', undefined, 'the body is missing: pass the raw body as a string or bytes'],
    ['null', null, 'the body is missing: pass the raw body as a string or bytes'],
    [
      'parsed',
      JSON.parse(body),
      'the body was parsed, and the signature covers the raw one: pass the raw body as a string or bytes',
    ],
    [
      'a promise',
      Promise.resolve(body),
      'the body is a promise, which has to be awaited: pass the raw body as a string or bytes',
    ],
    [
      'a request',
      new Request('https://a.example', { method: 'POST', body }),
      'the body is a stream or a request, which has to be read first: pass the raw body as a string or bytes',
    ],
    ['empty', '', 'the body is empty: it may have been read before'],
    ['not UTF-8', new Uint8Array([0xff]), 'the body is not UTF-8'],
    [
      'base64',
      Buffer.from(body).toString('base64'),
      'the body is base64: decode it first (some API gateways encode bodies)',
    ],
    [
      'base64 of a URL',
      Buffer.from(body).toString('base64url'),
      'the body is base64: decode it first (some API gateways encode bodies)',
    ],
    [
      'behind a byte order mark',
      `\ufeff${body}`,
      'the body starts with a byte order mark, which something on the way has added',
    ],
    [
      'a form',
      new URLSearchParams({ status: 'successful' }).toString(),
      'the body is a form (application/x-www-form-urlencoded), and notifications of this provider are JSON: pass the raw body unchanged',
    ],
    [
      'multipart',
      '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n--x--',
      'the body is multipart, and notifications of this provider are JSON: pass the raw body unchanged',
    ],
  ])('a body that is %s has a reason of its own', async (_what, wrong, reason) => {
    expect(await verify(wrong as string, signed(body))).toEqual({ status: 'refused', reason });
  });

  test.each<[string, unknown, string]>([
    ['undefined', undefined, 'the header content-signature is missing: no request headers were passed'],
    ['null', null, 'the header content-signature is missing: no request headers were passed'],
    ['an empty object', {}, 'the header content-signature is missing: no request headers were passed'],
    ['other headers', { host: 'a' }, 'the header content-signature is missing'],
    ['a reader without it', new Headers({ host: 'a' }), 'the header content-signature is missing'],
    ['two of it', { 'content-signature': ['a', 'b'] }, 'the header content-signature is repeated'],
  ])('headers that are %s have a reason of their own', async (_what, headers, reason) => {
    expect(await verify(body, headers as Record<string, string>)).toEqual({ status: 'refused', reason });
  });

  test('two signatures in Headers, which joins them, are named', async () => {
    const headers = new Headers(signed(body));
    headers.append('content-signature', signed(body)['content-signature']);
    expect(await connect({ publicKey: der }).webhook.verify(body, headers)).toMatchObject({
      status: 'refused',
      reason: expect.stringContaining('Content-Signature is repeated') as unknown,
    });
  });

  test('a notification whose JSON was serialized again is refused', async () => {
    expect(await verify(JSON.stringify(JSON.parse(body), null, 1), signed(body))).toMatchObject({ status: 'refused' });
  });

  test('a notification with the right Basic credentials and no signature is refused', async () => {
    expect(await verify(body, { authorization: basic })).toEqual({
      status: 'refused',
      reason: 'the header content-signature is missing',
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
});

describe('genuine notifications that cannot be read', () => {
  test.each(['{}', '[]', 'not json', '{"transaction":{"amount":"50"}}', '{"transaction":{},"transaction":{}}'])(
    'a notification with a signed but undocumented body is verified, and says nothing: %s',
    async (text) => {
      expect(await verify(text, signed(text))).toMatchObject({
        status: 'verified',
        event: { status: 'unknown', code: 'unreadable_response', captureId: undefined, lookupKeys: {} },
      });
    },
  );

  test.each<[string, object, string]>([
    ['declined', { status: 'failed', capture: null }, 'declined'],
    ['in an unknown status', { status: 'initial', capture: null }, 'unknown'],
    ['contradictory', { capture: { status: 'failed' } }, 'unknown'],
    ['without an amount', { amount: null }, 'unknown'],
    ['unreadable in its amount', { amount: '50' }, 'unknown'],
    ['unreadable in its status', { status: ['successful'] }, 'unknown'],
    ['unreadable in its currency', { currency: { code: 'USD' } }, 'unknown'],
    ['unreadable in its code', { code: 0 }, 'unknown'],
    ['unreadable in several members', { amount: '50', code: 0, status: true }, 'unknown'],
  ])('a notification that is %s keeps the ids for lookups', async (_what, change, status) => {
    const text = JSON.stringify({ transaction: { ...transaction, ...change } });
    const ids = { captureId: '2-310b0da80b', authorizationId: '1-310b0da80b', reference: 'order-1042' };
    expect(await verify(text, signed(text))).toMatchObject({
      status: 'verified',
      event: { status, ...ids, lookupKeys: ids },
    });
  });

  test.each<[string, object]>([
    ['the type', { type: ['capture'], amount: 50 }],
    ['the id', { uid: 2310 }],
  ])('a notification that is unreadable in %s offers no id of a capture', async (_what, change) => {
    const text = JSON.stringify({ transaction: { ...transaction, ...change } });
    expect(await verify(text, signed(text))).toMatchObject({
      status: 'verified',
      event: { status: 'unknown', code: 'unreadable_response', captureId: undefined },
    });
  });

  test('a notification whose ref_id is a number is read as if it were a string', async () => {
    const text = body.replace('"8889999"', '8889999');
    expect(text).not.toBe(body);
    expect(await verify(text, signed(text))).toMatchObject({ status: 'verified', event: { status: 'captured' } });
  });
});

describe('unverifiable notifications', () => {
  test('a notification is unverifiable without a public key', async () => {
    expect(await verify(body, signed(body), '')).toEqual({
      status: 'unverifiable',
      reason: 'publicKey is not configured',
    });
  });
});

test('a client is not created with a key that is no RSA public key', () => {
  const elliptic = generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey;
  const key = elliptic.export({ type: 'spki', format: 'der' }).toString('base64');
  for (const none of [key, pem.slice(0, 200), `MIIB${'A'.repeat(200)}`, `MIIB${'A'.repeat(201)}`])
    expect(() => connect({ publicKey: none })).toThrow(/publicKey must be an RSA/);
});
