/**
 * Changes every member of an object, at any depth, as a logger or a careless caller might. Returns the paths of the
 * members that could not be changed, and of the objects that take no further member.
 */
export function scramble(value: unknown, path = ''): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const refused = Object.keys(value).flatMap((name) => {
    const at = path === '' ? name : `${path}.${name}`;
    const inner = scramble(Reflect.get(value, name), at);
    return Reflect.set(value, name, 'scrambled') ? inner : [...inner, at];
  });
  return Object.isExtensible(value) ? refused : [...refused, path];
}
