import { createHash, timingSafeEqual } from 'node:crypto';

/** Compares two strings in constant time. */
export function equalSecrets(one: string, other: string): boolean {
  const digest = (secret: string) => createHash('sha256').update(secret).digest();
  return timingSafeEqual(digest(one), digest(other));
}
