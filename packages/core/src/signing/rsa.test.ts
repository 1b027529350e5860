import { generateKeyPairSync, sign } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { importRsaPublicKey, verifyRsaSha256 } from './rsa.ts';

const pair = generateKeyPairSync('rsa', { modulusLength: 2048 });
const der = pair.publicKey.export({ type: 'spki', format: 'der' });
const bytes = Buffer.from('{"status":"captured"}');
const signed = (message: Buffer, hash = 'sha256') => sign(hash, message, pair.privateKey).toString('base64');

async function verify(signature: string, message: Uint8Array = bytes) {
  const key = await importRsaPublicKey(der.toString('base64'));
  if (!key) throw new Error('no key');
  return verifyRsaSha256(key, signature, message);
}

describe('RSA signatures', () => {
  test('an RSA signature verifies the bytes that were signed', async () => {
    expect(await verify(signed(bytes))).toBe(true);
  });

  test('an RSA signature does not verify other bytes, another hash or another padding', async () => {
    expect(await verify(signed(bytes), Buffer.from('{"status":"captured"} '))).toBe(false);
    expect(await verify(signed(bytes, 'sha512'))).toBe(false);
    const pss = sign('sha256', bytes, { key: pair.privateKey, padding: 6 }).toString('base64');
    expect(await verify(pss)).toBe(false);
  });

  test('an RSA signature of another key does not verify', async () => {
    const other = generateKeyPairSync('rsa', { modulusLength: 2048 });
    expect(await verify(sign('sha256', bytes, other.privateKey).toString('base64'))).toBe(false);
  });

  test('an RSA signature that is not base64 rejects', async () => {
    await expect(verify('not base64!')).rejects.toThrow();
  });
});

test.each([
  ['what is not base64', '*'],
  ['what is not a key', Buffer.from('not a key').toString('base64')],
  ['a truncated key', der.subarray(0, 100).toString('base64')],
  [
    'a key of another algorithm',
    generateKeyPairSync('ed25519').publicKey.export({ type: 'spki', format: 'der' }).toString('base64'),
  ],
  ['a private key', pair.privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64')],
])('%s is no RSA public key', async (_what, base64) => {
  expect(await importRsaPublicKey(base64)).toBeUndefined();
});
