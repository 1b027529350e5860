import * as v from 'valibot';

/** An object in an answer, loose about members that are not read. No list, which valibot's own `object` would take for an object without members. */
export function responseObject<const Entries extends v.ObjectEntries>(entries: Entries) {
  return v.pipe(
    v.unknown(),
    v.check((value) => !Array.isArray(value), 'must be an object'),
    v.object(entries),
  );
}
