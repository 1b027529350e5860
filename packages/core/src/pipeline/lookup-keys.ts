import * as v from 'valibot';
import { InvalidRequestError } from '../errors/invalid-input.ts';
import type { LookupKeys } from '../contract/result.ts';
import type { LookupKey } from '../contract/capabilities.ts';
import { amount, bodyReference, id, knownCaptureIds, reference } from '../schemas/request-fields.ts';
import { checkRequest } from '../schemas/validation.ts';

/** The place of a reference in the requests of a provider's lookup. */
export type ReferencePlace = 'path' | 'body';

const entriesFor = (own: v.GenericSchema<string>) => ({
  reference: v.optional(own),
  captureId: v.optional(id()),
  authorizationId: v.optional(id()),
  amount: v.optional(amount()),
  knownCaptureIds: v.optional(knownCaptureIds()),
});
const ENTRIES = { path: entriesFor(reference(255)), body: entriesFor(bodyReference(255)) };
const SCHEMAS = { path: v.strictObject(ENTRIES.path), body: v.strictObject(ENTRIES.body) };

/** Validates the keys of a lookup. Throws `InvalidRequestError`. */
export function checkKeys(
  provider: string,
  lookupBy: readonly LookupKey[],
  place: ReferencePlace | undefined,
  input: unknown,
): LookupKeys {
  const keys = checkRequest(provider, SCHEMAS[place ?? 'path'], input);
  if (lookupBy.some((key) => keys[key] !== undefined)) return keys;
  throw new InvalidRequestError({ provider, issues: [{ path: '', rule: `needs one of: ${lookupBy.join(', ')}` }] });
}

/**
 * Drops absent keys and those that no lookup would accept: an id from a response can be anything. Copies the rest,
 * which will be the caller's.
 */
export function usableKeys(keys: LookupKeys, place: ReferencePlace | undefined): LookupKeys {
  const entries = ENTRIES[place ?? 'path'];
  const names = Object.keys(entries) as (keyof LookupKeys)[];
  const usable = names.flatMap((name) => {
    if (keys[name] === undefined) return [];
    const found = v.safeParse(entries[name], keys[name]);
    return found.success && found.output !== undefined ? [[name, found.output] as const] : [];
  });
  return Object.fromEntries(usable);
}
