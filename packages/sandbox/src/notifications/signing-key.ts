import { createSign, generateKeyPairSync } from 'node:crypto';

/** The RSA key of one sandbox. It is generated on first use, because that is slow and most tests never need it. */
export interface SigningKey {
  /** RSA PKCS#1 v1.5 with SHA-256 over the UTF-8 bytes of the body, in base64. */
  sign(body: string): string;
  /** Base64 of the DER (SubjectPublicKeyInfo). */
  readonly publicKey: string;
  readonly publicKeyPem: string;
}

/** A key for one sandbox. It is not derived from the seed, and it outlives `reset`. */
export function createSigningKey(): SigningKey {
  let pairOnce: ReturnType<typeof generatePair> | undefined;
  const pair = () => (pairOnce ??= generatePair());
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

function generatePair() {
  return generateKeyPairSync('rsa', { modulusLength: 2048 });
}
