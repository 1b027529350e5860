/**
 * Copies what a caller may change while the journal still needs it: plain objects and arrays at any depth. Objects of a
 * class, such as a secret, stay what they are.
 */
export function copyOfRequest<T>(value: T): T {
  if (Array.isArray(value)) return value.map(copyOfRequest) as T;
  if (typeof value !== 'object' || value === null) return value;
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, copyOfRequest(member)])) as T;
}
