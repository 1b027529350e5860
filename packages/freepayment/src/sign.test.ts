import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { answering, sampleOf } from '@capture/testing';
import { createFreepayment } from './index.ts';

const { credentials, request: sample, response } = sampleOf('freepayment');
const shopId = credentials['shopId'] ?? '';
const secretKey = credentials['secretKey'] ?? '';
const request = { authorizationId: '1-310b0da80b', amount: { minor: 50, currency: 'USD' } };

/** The authorization header that goes out for these credentials. */
async function sent(secret: string) {
  const { fetch, asked } = answering(200, response.body);
  await createFreepayment({ shopId, secretKey: secret, fetch }).capture(request);
  return String(asked[0]?.headers['authorization']);
}

describe('HTTP Basic', () => {
  test("the sample's credentials give the sample's header", async () => {
    expect(await sent(secretKey)).toBe(sample.headers['authorization']);
  });

  test('the secret key is taken as UTF-8, and may hold a colon', async () => {
    expect(await sent('schlüssel:ключ🗝')).toBe(
      `Basic ${Buffer.from('12345:schlüssel:ключ🗝', 'utf8').toString('base64')}`,
    );
  });
});

describe('the credential is a secret', () => {
  const client = createFreepayment({ shopId, secretKey });
  const basic = Buffer.from(`${shopId}:${secretKey}`).toString('base64');

  test('a dry run shows neither key nor header', () => {
    const prepared = client.prepare(request);
    expect(prepared.headers['authorization']).toBe('[secret]');
    expect(JSON.stringify(prepared)).not.toMatch(new RegExp(`${secretKey}|${basic}`));
    expect(prepared.signature).toBeUndefined();
  });

  test('what a provider echoes of it is masked: key, header, or the base64 alone', async () => {
    for (const echoed of [secretKey, `Basic ${basic}`, basic]) {
      const { fetch } = answering(401, { message: `Rejected: ${echoed}`, errors: { system: [echoed] } });
      const result = await createFreepayment({ shopId, secretKey, fetch }).capture(request);
      expect(result.status).toBe('declined');
      expect(JSON.stringify(result)).not.toContain(echoed);
      expect(JSON.stringify(result)).toContain('Rejected: [secret]');
    }
  });

  test('in whatever field of an answer it comes back', async () => {
    const transaction = response.body['transaction'] as Record<string, unknown>;
    for (const field of Object.keys(transaction).filter((name) => typeof transaction[name] === 'string')) {
      const { fetch } = answering(200, { transaction: { ...transaction, [field]: secretKey } });
      const result = await createFreepayment({ shopId, secretKey, fetch }).capture(request);
      expect(inspect(result, { depth: null, showHidden: true }), field).not.toContain(secretKey);
    }
  });
});
