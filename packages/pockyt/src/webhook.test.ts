import { defineScheme } from '@capture/core/signing';
import { printed } from '@capture/testing';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { connect, credentials, notification as members, request, signatures } from '../test/support.ts';
import { pockytScheme, pockytSignature } from './index.ts';

const { token } = credentials;
const { webhook } = connect();

const signed = (content: Readonly<Record<string, string>>, verifySign = pockytSignature(content, token)): string =>
  new URLSearchParams({ ...content, verifySign }).toString();
const refused = (reason: string): object => ({ status: 'refused', reason });
const wrong = refused('verifySign does not match this content and token');

describe('genuine notifications', () => {
  test('a genuine notification of a capture is verified and read', async () => {
    expect(await webhook.verify(signed(members), {})).toMatchObject({
      status: 'verified',
      event: {
        provider: 'pockyt',
        status: 'captured',
        captureId: '378265991124154801',
        reference: 'hwI8KhTcOS',
        reportedAmount: { minor: 2000, currency: 'USD' },
        providerTime: { instant: '2025-02-06T13:23:39.000Z' },
      },
    });
  });

  test('a genuine notification is verified whose time has no zone, as in the published example', async () => {
    const published = signatures.find(({ fields }) => 'time' in fields)!;
    const client = connect({ token: published.token });
    expect(await client.webhook.verify(signed(published.fields, published.signature), {})).toMatchObject({
      status: 'verified',
      event: {
        status: 'captured',
        reference: 'test1666247277861',
        reportedAmount: { minor: 1, currency: 'USD' },
        providerTime: { text: '20221020142817', local: '2022-10-20T14:28:17' },
      },
    });
  });

  test.each([
    ['pending', 'pending', undefined],
    ['failed', 'declined', 'declined'],
    ['closed', 'unknown', 'unknown_status'],
  ])('a genuine notification with status %s is %s', async (status, ours, code) => {
    expect(await webhook.verify(signed({ ...members, status }), {})).toMatchObject({
      status: 'verified',
      event: { status: ours, code },
    });
  });

  test('a genuine notification is verified with unknown members, which are signed like the others', async () => {
    const body = signed({ ...members, vaultId: 'pp_77770bd7', 'new.member-1': 'größer, 日本 and A & B = C' });
    expect(await webhook.verify(body, {})).toMatchObject({ status: 'verified' });
  });

  test('a genuine notification is verified as bytes, with values that were not percent-encoded', async () => {
    const verifySign = pockytSignature(members, token);
    const raw = Object.entries({ ...members, verifySign }).map(([name, value]) => `${name}=${value}`);
    expect(await webhook.verify(new TextEncoder().encode(raw.join('&')), {})).toMatchObject({ status: 'verified' });
  });

  test.each([
    ['no amount', { amount: undefined }],
    ['no id', { transactionNo: undefined }],
  ])('a genuine notification with %s is unknown', async (_what, change) => {
    const content = Object.fromEntries(
      Object.entries<string | undefined>({ ...members, ...change }).filter(
        (pair): pair is [string, string] => pair[1] !== undefined,
      ),
    );
    expect(await webhook.verify(signed(content), {})).toMatchObject({ event: { status: 'unknown' } });
  });
});

test('a genuine notification of a refund is verified with its type and without a capture id', async () => {
  expect(await webhook.verify(signed({ ...members, transactionType: 'refund' }), {})).toMatchObject({
    status: 'verified',
    event: { status: 'other', transactionType: 'refund', captureId: undefined, code: undefined },
  });
});

describe('members without a value', () => {
  const content = { ...members, note: '' };

  test.each(['kept', 'dropped'] as const)('a member without a value may be %s in the signed string', async (empty) => {
    const verifySign = defineScheme({ ...pockytScheme, empty })
      .explain(content, token)
      .digest.reveal();
    expect(await webhook.verify(signed(content, verifySign), {})).toMatchObject({
      status: 'verified',
      event: { status: 'captured' },
    });
  });

  test.each(['transactionType', 'paymentTime', 'authUrl', 'note'])(
    'a member without a value can be added by anyone, and changes nothing: %s',
    async (name) => {
      const genuine = await webhook.verify(signed(members), {});
      expect(genuine).toMatchObject({
        event: { status: 'captured', providerTime: { text: members.completedAt } },
      });
      expect(await webhook.verify(`${signed(members)}&${name}=`, {})).toEqual(genuine);
      expect(await webhook.verify(`${name}&${signed(members)}`, {})).toEqual(genuine);
    },
  );

  test('a member without a value does not replace one with a value', async () => {
    expect(await webhook.verify(signed({ ...members, status: '' }, pockytSignature(members, token)), {})).toEqual(
      wrong,
    );
  });
});

describe('refused notifications', () => {
  test.each(Object.keys(members))('a notification whose %s has one character more is refused', async (name) => {
    const content = { ...members, [name]: `${members[name as keyof typeof members]}0` };
    expect(await webhook.verify(signed(content, pockytSignature(members, token)), {})).toEqual(wrong);
  });

  test.each(Object.keys(members))('a notification without its %s is refused', async (name) => {
    const content = Object.fromEntries(Object.entries(members).filter(([other]) => other !== name));
    expect(await webhook.verify(signed(content, pockytSignature(members, token)), {})).toEqual(wrong);
  });

  test('a notification with a member added is refused', async () => {
    expect(await webhook.verify(`${signed(members)}&extra=1`, {})).toEqual(wrong);
  });

  test('a notification signed with another token is refused', async () => {
    expect(await connect({ token: 'another' }).webhook.verify(signed(members), {})).toEqual(wrong);
  });

  test('a notification with its signature in upper case, or of spaces, is refused', async () => {
    expect(await webhook.verify(signed(members, pockytSignature(members, token).toUpperCase()), {})).toEqual(wrong);
    expect(await webhook.verify(signed(members, ' '.repeat(32)), {})).toEqual(wrong);
  });

  test.each([
    ['a question mark in front', `?${signed(members)}`],
    ['nothing between two parameters', signed(members).replace('&', '&&')],
    ['nothing in front of the first', `&${signed(members)}`],
    ['nothing behind the last', `${signed(members)}&`],
  ])('a notification with %s is refused, although form parsers skip it', async (_what, body) => {
    const reason = refused('the body has more than parameters');
    expect(await webhook.verify(body, {})).toEqual(reason);
    expect(await webhook.verify(new TextEncoder().encode(body), {})).toEqual(reason);
  });

  test.each<[string, string, string]>([
    [
      'JSON',
      '{"status":"success"}',
      'the body is JSON, and notifications of this provider are a form (application/x-www-form-urlencoded): pass the raw body unchanged',
    ],
    [
      'multipart',
      '--x\r\nContent-Disposition: form-data; name="status"\r\n\r\nsuccess\r\n--x--\r\n',
      'the body is multipart, and notifications of this provider are a form (application/x-www-form-urlencoded): pass the raw body unchanged',
    ],
    [
      'base64',
      Buffer.from(signed(members)).toString('base64'),
      'the body is base64: decode it first (some API gateways encode bodies)',
    ],
    ['empty', '', 'the body is empty: it may have been read before'],
    [
      'behind a byte order mark',
      `\ufeff${signed(members)}`,
      'the body starts with a byte order mark, which something on the way has added',
    ],
  ])('a notification whose body is %s has a reason of its own', async (_what, body, reason) => {
    expect(await webhook.verify(body, {})).toEqual(refused(reason));
    expect(await webhook.verify(new TextEncoder().encode(body), undefined)).toEqual(refused(reason));
  });

  test('a notification with two byte order marks in front is refused', async () => {
    expect(await webhook.verify(`\ufeff\ufeff${signed(members)}`, {})).toMatchObject({ status: 'refused' });
  });

  test.each(['amount=20.00&amount=2000.00', 'verifySign=x&verifySign=y', 'amount=1&%61mount=2'])(
    'a notification with a parameter given twice is refused: %s',
    async (body) => {
      expect(await webhook.verify(body, {})).toEqual(refused('a parameter is repeated'));
    },
  );

  test.each(['status=success', 'verifySign=', '<html>'])(
    'a notification without a signature is refused: "%s"',
    async (body) => {
      expect(await webhook.verify(body, {})).toEqual(refused('verifySign is missing'));
    },
  );

  test('a notification that is not UTF-8, or too long, is refused', async () => {
    expect(await webhook.verify(new Uint8Array([0xff]), {})).toMatchObject({ status: 'refused' });
    expect(await webhook.verify('a'.repeat(64 * 1024 + 1), {})).toMatchObject({ status: 'refused' });
  });

  test('a notification whose signed string is split into other members is refused', async () => {
    // Genuine: a failed payment with a customer's note. The same string can be split so that the note is the status.
    const genuine = { reference: 'r', note: 'x&status=success&statusOld=y', status: 'failed' };
    const verifySign = pockytSignature(genuine, token);
    const forged = { note: 'x', reference: 'r', status: 'success', statusOld: 'y&status=failed' };
    const asMember = { 'note=x&reference': 'r' };
    const reason = refused('a parameter could be read as another one in the signed string');
    for (const content of [genuine, forged, asMember]) {
      expect(await webhook.verify(signed(content, verifySign), {})).toEqual(reason);
    }
  });
});

test('two sets of members share a signature only where they are the same', () => {
  const name = fc.constantFrom('a', 'b', 'c', 'a=', '&b');
  const value = fc.stringMatching(/^[ab=&]{1,6}$/);
  const content = fc.dictionary(name, value, { minKeys: 1, noNullPrototype: true });
  return fc.assert(
    fc.asyncProperty(content, content, async (one, other) => {
      const { status } = await webhook.verify(signed(other, pockytSignature(one, token)), {});
      if (status === 'verified') expect(other).toEqual(one);
    }),
    { seed: 20_260_403, numRuns: 2_000 },
  );
});

test('a verified notification shows neither signature nor token', async () => {
  const shown = printed(await webhook.verify(signed(members), {}));
  expect(shown).not.toContain(pockytSignature(members, token));
  expect(shown).not.toContain(token);
});

test.each(['order/7', '../7', 'A & B = C', 'A&B', 'a=b', '&', '&=', 'ü&ö=1', 'a+b%20c', 'x&'])(
  'the reference %s is accepted, and its notification is verified',
  async (reference) => {
    expect(() => connect().prepare({ ...request, reference, notes: reference })).not.toThrow();
    expect(await webhook.verify(signed({ ...members, reference, note: reference }), {})).toMatchObject({
      status: 'verified',
      event: { status: 'captured', reference, lookupKeys: { reference } },
    });
  },
);
