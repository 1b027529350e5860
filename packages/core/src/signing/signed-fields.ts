import type { Secret } from '../secrets/secret.ts';
import type { SignedField } from './signature.ts';

/**
 * Fields by name, or as pairs to keep their order (an object sorts names that look like numbers). `undefined` is
 * absent.
 */
export type SignedFields = Readonly<Record<string, string | Secret | undefined>> | readonly SignedField[];

/** @internal Converts fields to pairs, without absent ones. */
export function toPairs(fields: SignedFields): SignedField[] {
  const pairs = isPairs(fields) ? fields : Object.entries(fields);
  return pairs.filter((pair): pair is SignedField => pair[1] !== undefined);
}

function isPairs(fields: SignedFields): fields is readonly SignedField[] {
  return Array.isArray(fields);
}
