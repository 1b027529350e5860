import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { importRsaPublicKey } from '../signing/rsa.ts';
import { rsaPublicKey } from './rsa-public-key.ts';

const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const pem = publicKey.export({ type: 'spki', format: 'pem' }) as string;
const base64 = publicKey.export({ type: 'spki', format: 'der' }).toString('base64');
const pkcs1 = publicKey.export({ type: 'pkcs1', format: 'pem' }) as string;

describe('an RSA public key', () => {
  test.each([
    ['base64', base64],
    ['base64 in lines of 64', base64.replace(/(.{64})/g, '$1\r\n')],
    ['base64 in quotes', `"${base64}"`],
    ['PEM', pem],
    ['PEM with CRLF', pem.replaceAll('\n', '\r\n')],
    ['PEM with escaped line breaks', pem.replaceAll('\n', String.raw`\n`)],
    ['PEM with escaped CRLF', pem.replaceAll('\n', String.raw`\r\n`)],
    ['PEM with line breaks that were escaped twice', pem.replaceAll('\n', String.raw`\\n`)],
    ['PEM in one line', pem.replaceAll('\n', '')],
    ['PEM in one line, with spaces', pem.replaceAll('\n', ' ')],
    ['PEM in double quotes', `"${pem.replaceAll('\n', String.raw`\n`)}"`],
    ['PEM in single quotes', `'${pem}'`],
    ['PEM with white space around it', `\n  ${pem}  \n`],
    ['PEM with indented lines', pem.replaceAll('\n', '\n    ')],
    ['PEM without its header', pem.replace('-----BEGIN PUBLIC KEY-----\n', '')],
    ['PKCS#1', pkcs1],
    ['PKCS#1 with escaped line breaks', pkcs1.replaceAll('\n', String.raw`\n`)],
    ['PKCS#1 in base64', publicKey.export({ type: 'pkcs1', format: 'der' }).toString('base64')],
  ])('is read as %s', async (_what, key) => {
    expect(v.parse(rsaPublicKey(), key)).toBe(base64);
    expect(await importRsaPublicKey(base64)).toBeDefined();
  });

  test.each([2048, 2056, 3072, 4096])('of %i bits is wrapped as Node does it', (modulusLength) => {
    const key = generateKeyPairSync('rsa', { modulusLength }).publicKey;
    const spki = key.export({ type: 'spki', format: 'der' }).toString('base64');
    expect(v.parse(rsaPublicKey(), key.export({ type: 'pkcs1', format: 'pem' }))).toBe(spki);
  });

  const elliptic = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const small = generateKeyPairSync('rsa', { modulusLength: 1024 }).publicKey;
  const exponentOne = createPublicKey({
    key: { ...publicKey.export({ format: 'jwk' }), e: 'AQ' },
    format: 'jwk',
  });
  const ONLY = 'must be an RSA public key: PEM ("BEGIN PUBLIC KEY") or the base64 of its DER';
  const DAMAGED = `${ONLY}; this one is truncated or damaged`;
  const PRIVATE = 'must be the public key: this is a private key';
  const OTHER = 'must be an RSA key: this one is for another algorithm';
  test.each([
    ['a private key', privateKey.export({ type: 'pkcs8', format: 'pem' }) as string, PRIVATE],
    ['a private key in PKCS#1', privateKey.export({ type: 'pkcs1', format: 'pem' }) as string, PRIVATE],
    ['a private key in base64', privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64'), PRIVATE],
    ['a private EC key', elliptic.privateKey.export({ type: 'sec1', format: 'pem' }) as string, PRIVATE],
    ['an EC key', elliptic.publicKey.export({ type: 'spki', format: 'pem' }) as string, OTHER],
    [
      'an Ed25519 key',
      generateKeyPairSync('ed25519').publicKey.export({ type: 'spki', format: 'pem' }) as string,
      OTHER,
    ],
    [
      'a DSA key',
      generateKeyPairSync('dsa', { modulusLength: 1024, divisorLength: 160 })
        .publicKey.export({ type: 'spki', format: 'der' })
        .toString('base64'),
      OTHER,
    ],
    [
      'an RSA key for PSS only',
      generateKeyPairSync('rsa-pss', { modulusLength: 2048 })
        .publicKey.export({ type: 'spki', format: 'der' })
        .toString('base64'),
      OTHER,
    ],
    [
      'a certificate',
      `-----BEGIN CERTIFICATE-----\n${base64}\n-----END CERTIFICATE-----`,
      'must be the public key, not a certificate or a request for one',
    ],
    [
      'a key of 1024 bits',
      small.export({ type: 'spki', format: 'pem' }) as string,
      'must have at least 2048 bits: this key has 1024',
    ],
    ['a key with the exponent 1', exponentOne.export({ type: 'spki', format: 'pem' }) as string, ONLY],
    ['an SSH key', `ssh-rsa ${base64}`, ONLY],
    ['a description', 'not a public key', ONLY],
    ['truncated', base64.slice(0, 100), DAMAGED],
    ['truncated by a line', `${pem.split('\n').slice(0, 4).join('\n')}\n-----END PUBLIC KEY-----`, DAMAGED],
    ['without its last bytes', base64.slice(0, -4), DAMAGED],
    ['base64 with padding in the middle', `${base64.slice(0, 200)}==${base64}`, ONLY],
    ['some base64', Buffer.alloc(300, 'x').toString('base64'), ONLY],
    ['empty', '', ONLY],
  ])('is refused where it is %s', (_what, key, rule) => {
    expect(v.safeParse(rsaPublicKey(), key).issues?.map(({ message }) => message)).toEqual([rule]);
  });
});
