const ALGORITHM = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };

/**
 * Imports an RSA public key for {@link verifyRsaSha256} from the base64 of its DER (SPKI). Invalid keys give
 * `undefined`.
 */
export async function importRsaPublicKey(base64: string): Promise<CryptoKey | undefined> {
  try {
    return await crypto.subtle.importKey('spki', fromBase64(base64), ALGORITHM, false, ['verify']);
  } catch {
    return undefined;
  }
}

/** Verifies an RSA signature (PKCS#1 v1.5, SHA-256) in base64. Rejects where `signature` is not base64. */
export async function verifyRsaSha256(key: CryptoKey, signature: string, bytes: Uint8Array): Promise<boolean> {
  return crypto.subtle.verify(ALGORITHM, key, fromBase64(signature), new Uint8Array(bytes));
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}
