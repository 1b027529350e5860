/** A JSON value as the emulators read and write it. */
export type JsonValue = string | number | boolean | null | JsonValue[] | JsonObject;

/** A JSON object. Parsed ones have no prototype, so that a name such as `toString` is never found by accident. */
export interface JsonObject {
  [name: string]: JsonValue;
}

/** A copy of `body` with the value at the dotted `path` edited; the same body if it has no such member. */
export function replaceAt(body: JsonObject, path: string, edit: (old: JsonValue) => JsonValue): JsonObject {
  const [name = '', ...rest] = path.split('.');
  const old = body[name];
  if (old === undefined) return body;
  if (rest.length === 0) return { ...body, [name]: edit(old) };
  return isObject(old) ? { ...body, [name]: replaceAt(old, rest.join('.'), edit) } : body;
}

/** Narrows a value to a JSON object. */
export function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The string at the dotted `path`, or `undefined`. */
export function stringAt(body: JsonObject, path: string): string | undefined {
  let value: JsonValue | undefined = body;
  for (const name of path.split('.')) value = isObject(value) ? value[name] : undefined;
  return typeof value === 'string' ? value : undefined;
}

/** One major unit more in the same form: a number, or a string with the same decimals. */
export function oneUnitMore(amount: JsonValue): JsonValue {
  if (typeof amount === 'number') return amount + 1;
  if (typeof amount !== 'string') return amount;
  const [whole = '0', fraction] = amount.split('.');
  return [String(Number(whole) + 1), fraction].filter((part) => part !== undefined).join('.');
}

/** The object without the members that are `undefined`. */
export function definedMembers<T>(members: Readonly<Record<string, T | undefined>>): Record<string, T> {
  return Object.fromEntries(Object.entries(members).filter((entry): entry is [string, T] => entry[1] !== undefined));
}
