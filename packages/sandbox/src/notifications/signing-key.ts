import { createSign, generateKeyPairSync } from 'node:crypto';

/** The RSA key of one sandbox. Made when it is first used: most tests never need it, and making one takes a while. */
export interface SigningKey {
  /** RSA PKCS#1 v1.5 with SHA-256 over the bytes of the text, in base64. */
  sign(body: string): string;
  /** base64 of the DER (SubjectPublicKeyInfo). */
  readonly publicKey: string;
  readonly publicKeyPem: string;
}

/** A key of its own for a sandbox. It is not made from the seed, and it outlives `reset`. */
export function createSigningKey(): SigningKey {
  let made: ReturnType<typeof makePair> | undefined;
  const pair = () => (made ??= makePair());
  return {
    sign: (body) => createSign('RSA-SHA256').update(body, 'utf8').sign(pair().privateKey, 'base64'),
    get publicKey() {
      return pair().publicKey.export({ type: 'spki', format: 'der' }).toString('base64');
    },
    get publicKeyPem() {
      return pair().publicKey.export({ type: 'spki', format: 'pem' }).toString();
    },
  };
}

function makePair() {
  return generateKeyPairSync('rsa', { modulusLength: 2048 });
}
