const MAX_DEPTH = 8;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/**
 * Finds an array that stands where the checked output has an object: a schema of an object accepts an array as one
 * without members. Returns its path, `undefined` where there is none.
 */
export function arrayForObject(input: unknown, output: unknown, depth = 0): string | undefined {
  if (!isObject(input) || !isObject(output) || input === output || depth > MAX_DEPTH) return undefined;
  if (Array.isArray(input) && !Array.isArray(output)) return '';
  for (const name of Object.keys(output)) {
    const inner = arrayForObject(input[name], output[name], depth + 1);
    if (inner !== undefined) return joined(name, inner);
  }
  return undefined;
}

/** Finds the first member that throws when it is read. Returns its path, empty where it is the whole input. */
export function throwingMember(input: unknown, depth = 0): string {
  if (!isObject(input) || depth > MAX_DEPTH) return '';
  for (const name of namesOf(input)) {
    let value: unknown;
    try {
      value = input[name];
    } catch {
      return name;
    }
    const inner = throwingMember(value, depth + 1);
    if (inner !== '') return joined(name, inner);
  }
  return '';
}

/** The plausible names of members, those of accessors of a class included. A name that could be a value is left out. */
function namesOf(value: object): string[] {
  try {
    const prototype: unknown = Object.getPrototypeOf(value);
    const inherited =
      isObject(prototype) && prototype !== Object.prototype ? Object.getOwnPropertyNames(prototype) : [];
    const names = [...Object.keys(value), ...inherited];
    return names.filter((name) => /^[A-Za-z]\w{0,40}$|^\d{1,4}$/.test(name));
  } catch {
    return [];
  }
}

function joined(name: string, inner: string): string {
  return inner === '' ? name : `${name}.${inner}`;
}
