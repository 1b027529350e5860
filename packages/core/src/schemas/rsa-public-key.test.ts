import { generateKeyPairSync } from 'node:crypto';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { rsaPublicKey } from './rsa-public-key.ts';

const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const base64 = publicKey.export({ type: 'spki', format: 'der' }).toString('base64');

test.each([
  ['base64', base64],
  ['base64 in lines of 64', base64.replace(/(.{64})/g, '$1\r\n')],
  ['PEM', publicKey.export({ type: 'spki', format: 'pem' }) as string],
])('an RSA public key given as %s is base64 from then on', (_what, key) => {
  expect(v.parse(rsaPublicKey(), key)).toBe(base64);
});

test.each([
  ['a private key', privateKey.export({ type: 'pkcs8', format: 'pem' }) as string],
  ['a certificate', `-----BEGIN CERTIFICATE-----\n${base64}\n-----END CERTIFICATE-----`],
  ['a description', 'not a public key'],
  ['too short', base64.slice(0, 100)],
  ['base64 with padding in the middle', `${base64.slice(0, 200)}==${base64}`],
  ['empty', ''],
])('an RSA public key is refused where it is %s', (_what, key) => {
  expect(v.safeParse(rsaPublicKey(), key).issues?.map(({ message }) => message)).toEqual([
    'must be an RSA public key: PEM ("BEGIN PUBLIC KEY") or the base64 of its DER',
  ]);
});
