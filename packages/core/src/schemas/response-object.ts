import * as v from 'valibot';

/**
 * An object in a response, loose about members that are not read. Refuses arrays, which valibot's own `object` accepts
 * as objects without members.
 */
export function responseObject<const Entries extends v.ObjectEntries>(entries: Entries) {
  return v.pipe(
    v.unknown(),
    v.check((value) => !Array.isArray(value), 'must be an object'),
    v.object(entries),
  );
}
