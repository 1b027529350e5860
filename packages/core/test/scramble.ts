/**
 * Changes everything in an object that can be changed, at any depth, as a logger or a careless caller might. Returns
 * the number of refusals.
 */
export function scramble(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  const names = Reflect.ownKeys(value).filter((name) => Object.getOwnPropertyDescriptor(value, name)?.enumerable);
  const refused = names.map((name) => {
    const inner = scramble(Reflect.get(value, name));
    return inner + (Reflect.set(value, name, 'scrambled') ? 0 : 1);
  });
  return refused.reduce((sum, one) => sum + one, Object.isExtensible(value) ? 0 : 1);
}
