import type { Capabilities, LookupKey } from './capabilities.ts';
import type { LookupKeys } from './result.ts';

/**
 * True where a lookup by these keys can decide the outcome of a capture. Where it is false no number of lookups does:
 * only the provider's support or back office can.
 */
export function canDecide(
  { uniqueKeys, sharedKeys }: Pick<Capabilities, 'uniqueKeys' | 'sharedKeys'>,
  keys: LookupKeys,
): boolean {
  const has = (key: LookupKey): boolean => keys[key] !== undefined;
  return uniqueKeys.some(has) || (keys.knownCaptureIds !== undefined && sharedKeys.some(has));
}
