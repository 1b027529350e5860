import { printed, respondingWith } from '@capture/testing';
import { describe, expect, test } from 'vitest';
import { connect, example, options, request, response, sample } from '../test/support.ts';

const { shopId, secretKey } = options;

/** The authorization header that is sent with this secret key. */
async function sent(secret: string) {
  const { fetch, requests } = respondingWith(200, response.body);
  await connect({ secretKey: secret, fetch }).capture(request);
  return String(requests[0]?.headers['authorization']);
}

describe('HTTP Basic', () => {
  test('the documented credentials give the documented header', async () => {
    expect(await sent(secretKey)).toBe(example.request.headers['authorization']);
  });

  test('the secret key is encoded as UTF-8, and may contain a colon', async () => {
    expect(await sent('schlüssel:ключ🗝')).toBe(
      `Basic ${Buffer.from('12345:schlüssel:ключ🗝', 'utf8').toString('base64')}`,
    );
  });
});

describe('secrecy of the credentials', () => {
  const client = connect();
  const basic = Buffer.from(`${shopId}:${secretKey}`).toString('base64');

  test('a prepared request shows neither key nor header', () => {
    const prepared = client.prepare(request);
    expect(prepared.headers['authorization']).toBe('[secret]');
    expect(JSON.stringify(prepared)).not.toMatch(new RegExp(`${secretKey}|${basic}`));
    expect(prepared.signature).toBeUndefined();
  });

  test('a credential that a response repeats is masked: key, header, or the base64 alone', async () => {
    for (const echoed of [secretKey, `Basic ${basic}`, basic]) {
      const { fetch } = respondingWith(401, { message: `Rejected: ${echoed}`, errors: { system: [echoed] } });
      const result = await connect({ fetch }).capture(request);
      expect(result.status).toBe('declined');
      expect(JSON.stringify(result)).not.toContain(echoed);
      expect(JSON.stringify(result)).toContain('Rejected: [secret]');
    }
  });

  test('a credential is masked in whatever member of a response it comes back', async () => {
    for (const field of Object.keys(sample).filter((name) => typeof sample[name] === 'string')) {
      const { fetch } = respondingWith(200, { transaction: { ...sample, [field]: secretKey } });
      const result = await connect({ fetch }).capture(request);
      expect(printed(result), field).not.toContain(secretKey);
    }
  });
});
