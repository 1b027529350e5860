import { inspect } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answering, sample, signatures } from '../test/support.ts';
import { defineScheme } from '@capture/core/signing';
import { createPockyt, pockytScheme, pockytSignature } from './index.ts';

const { token } = sample.credentials;
const { webhook } = answering({}).client;

/** What the vendor's reference prints, under a token of ours. */
const members = {
  amount: '20.00',
  completedAt: '2025-02-06T13:23:39Z',
  currency: 'USD',
  customerNo: '2000299440486216204525',
  reference: 'hwI8KhTcOS',
  settleCurrency: 'USD',
  status: 'success',
  transactionNo: '378265991124154801',
};
const signed = (content: Readonly<Record<string, string>>, verifySign = pockytSignature(content, token)): string =>
  new URLSearchParams({ ...content, verifySign }).toString();
const refused = (reason: string): object => ({ status: 'refused', reason });
const wrong = refused('verifySign does not match this content and token');

describe('a genuine notification is verified and read', () => {
  test('of a capture', async () => {
    expect(await webhook.verify(signed(members), {})).toMatchObject({
      status: 'verified',
      notification: {
        provider: 'pockyt',
        status: 'captured',
        captureId: '378265991124154801',
        reference: 'hwI8KhTcOS',
        reportedAmount: { minor: 2000, currency: 'USD' },
        providerTime: { instant: '2025-02-06T13:23:39.000Z' },
      },
    });
  });

  test('the published example, whose time has no zone', async () => {
    const published = signatures.find(({ fields }) => 'time' in fields)!;
    const client = createPockyt({ ...sample.credentials, token: published.token });
    expect(await client.webhook.verify(signed(published.fields, published.signature), {})).toMatchObject({
      status: 'verified',
      notification: {
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
  ])('with status %s it is %s', async (status, ours, code) => {
    expect(await webhook.verify(signed({ ...members, status }), {})).toMatchObject({
      status: 'verified',
      notification: { status: ours, code },
    });
  });

  test('members that nobody knows are signed like the others', async () => {
    const body = signed({ ...members, vaultId: 'pp_77770bd7', 'new.member-1': 'größer, 日本 and A & B = C' });
    expect(await webhook.verify(body, {})).toMatchObject({ status: 'verified' });
  });

  test('as bytes, with values that were not percent-encoded', async () => {
    const verifySign = pockytSignature(members, token);
    const raw = Object.entries({ ...members, verifySign }).map(([name, value]) => `${name}=${value}`);
    expect(await webhook.verify(new TextEncoder().encode(raw.join('&')), {})).toMatchObject({ status: 'verified' });
  });

  test.each([
    ['no amount', { amount: undefined }],
    ['no id', { transactionNo: undefined }],
    ['a refund', { transactionType: 'refund' }],
  ])('a genuine one with %s is not captured', async (_what, change) => {
    const content = Object.fromEntries(
      Object.entries({ ...members, ...change }).filter((pair): pair is [string, string] => pair[1] !== undefined),
    );
    expect(await webhook.verify(signed(content), {})).toMatchObject({ notification: { status: 'unknown' } });
  });
});

describe('a member without a value', () => {
  const content = { ...members, note: '' };

  test.each(['kept', 'dropped'] as const)('may be %s in the signed text', async (empty) => {
    const verifySign = defineScheme({ ...pockytScheme, empty })
      .sign(content, token)
      .digest.reveal();
    expect(await webhook.verify(signed(content, verifySign), {})).toMatchObject({
      status: 'verified',
      notification: { status: 'captured' },
    });
  });

  test.each(['transactionType', 'paymentTime', 'authUrl', 'note'])(
    'can be added by anybody, and changes nothing: %s',
    async (name) => {
      const genuine = await webhook.verify(signed(members), {});
      expect(genuine).toMatchObject({
        notification: { status: 'captured', providerTime: { text: members.completedAt } },
      });
      expect(await webhook.verify(`${signed(members)}&${name}=`, {})).toEqual(genuine);
      expect(await webhook.verify(`${name}&${signed(members)}`, {})).toEqual(genuine);
    },
  );

  test('does not stand for one with a value', async () => {
    expect(await webhook.verify(signed({ ...members, status: '' }, pockytSignature(members, token)), {})).toEqual(
      wrong,
    );
  });
});

describe('everything else is refused', () => {
  test.each(Object.keys(members))('%s with one other character', async (name) => {
    const content = { ...members, [name]: `${members[name as keyof typeof members]}0` };
    expect(await webhook.verify(signed(content, pockytSignature(members, token)), {})).toEqual(wrong);
  });

  test.each(Object.keys(members))('without %s', async (name) => {
    const content = Object.fromEntries(Object.entries(members).filter(([other]) => other !== name));
    expect(await webhook.verify(signed(content, pockytSignature(members, token)), {})).toEqual(wrong);
  });

  test('with a member added', async () => {
    expect(await webhook.verify(`${signed(members)}&extra=1`, {})).toEqual(wrong);
  });

  test('under another token', async () => {
    const { client } = answering({}, { token: 'another' });
    expect(await client.webhook.verify(signed(members), {})).toEqual(wrong);
  });

  test('with the signature in upper case, or of blanks', async () => {
    expect(await webhook.verify(signed(members, pockytSignature(members, token).toUpperCase()), {})).toEqual(wrong);
    expect(await webhook.verify(signed(members, ' '.repeat(32)), {})).toEqual(wrong);
  });

  test.each([
    ['a question mark in front', `?${signed(members)}`],
    ['a byte order mark in front', `\ufeff${signed(members)}`],
    ['nothing between two parameters', signed(members).replace('&', '&&')],
    ['nothing in front of the first', `&${signed(members)}`],
    ['nothing behind the last', `${signed(members)}&`],
  ])('with %s, which readers of forms skip', async (_what, body) => {
    const reason = refused('the body has more than parameters');
    expect(await webhook.verify(body, {})).toEqual(reason);
    expect(await webhook.verify(new TextEncoder().encode(body), {})).toEqual(reason);
  });

  test('with two byte order marks in front', async () => {
    expect(await webhook.verify(`\ufeff\ufeff${signed(members)}`, {})).toMatchObject({ status: 'refused' });
  });

  test.each(['amount=20.00&amount=2000.00', 'verifySign=x&verifySign=y', 'amount=1&%61mount=2'])(
    'with a parameter twice: %s',
    async (body) => {
      expect(await webhook.verify(body, {})).toEqual(refused('a parameter is repeated'));
    },
  );

  test.each(['', '{"status":"success"}', 'status=success', 'verifySign=', '<html>'])(
    'without a signature: %s',
    async (body) => {
      expect(await webhook.verify(body, {})).toEqual(refused('verifySign is missing'));
    },
  );

  test('that is not UTF-8, or too long', async () => {
    expect(await webhook.verify(new Uint8Array([0xff]), {})).toMatchObject({ status: 'refused' });
    expect(await webhook.verify('a'.repeat(64 * 1024 + 1), {})).toMatchObject({ status: 'refused' });
  });

  test('with the signed text cut into other members', async () => {
    // Genuine: a failed payment whose note came from a customer. The same text can be cut so that the note is the status.
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

test('two sets of members have the same signature only where they are the same', () => {
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

test('a verified notification prints no signature and no token', async () => {
  const printed = inspect(await webhook.verify(signed(members), {}), { depth: Infinity, showHidden: true });
  expect(printed).not.toContain(pockytSignature(members, token));
  expect(printed).not.toContain(token);
});
