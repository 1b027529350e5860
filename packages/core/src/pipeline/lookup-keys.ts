import * as v from 'valibot';
import { InvalidRequestError } from '../errors/invalid-input.ts';
import type { LookupKeys } from '../contract/result.ts';
import type { LookupKey } from '../contract/capabilities.ts';
import { amount, id, knownCaptureIds, reference } from '../schemas/request-fields.ts';
import { checkRequest } from '../schemas/validation.ts';

const entries = {
  reference: v.optional(reference(255)),
  captureId: v.optional(id()),
  authorizationId: v.optional(id()),
  amount: v.optional(amount()),
  knownCaptureIds: v.optional(knownCaptureIds()),
};
const schema = v.strictObject(entries);

/** Validates the keys of a lookup. Throws `InvalidRequestError`. */
export function checkKeys(provider: string, lookupBy: readonly LookupKey[], input: unknown): LookupKeys {
  const keys = checkRequest(provider, schema, input);
  if (lookupBy.some((key) => keys[key] !== undefined)) return keys;
  throw new InvalidRequestError({ provider, issues: [{ path: '', rule: `needs one of: ${lookupBy.join(', ')}` }] });
}

/**
 * Drops absent keys and those that no lookup would accept: an id from a response can be anything. Copies the rest,
 * which will be the caller's.
 */
export function usableKeys(keys: LookupKeys): LookupKeys {
  const names = Object.keys(entries) as (keyof LookupKeys)[];
  const usable = names.filter((name) => keys[name] !== undefined && v.is(entries[name], keys[name]));
  return structuredClone(Object.fromEntries(usable.map((name) => [name, keys[name]])));
}
