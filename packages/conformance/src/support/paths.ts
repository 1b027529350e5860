/** The value at a dotted path, through own members only; `undefined` where one is missing. */
export function valueAt(value: unknown, path: string): unknown {
  return path === ''
    ? value
    : path
        .split('.')
        .reduce<unknown>(
          (inner, name) => (isObject(inner) && Object.hasOwn(inner, name) ? inner[name] : undefined),
          value,
        );
}

/** A copy with another value at a dotted path. `undefined` removes the member. */
export function withValueAt<T>(value: T, path: string, replacement: unknown): T {
  const [name = '', ...rest] = path.split('.');
  if (Array.isArray(value))
    return value.map((item: unknown, index) =>
      String(index) === name
        ? rest.length === 0
          ? replacement
          : withValueAt(item, rest.join('.'), replacement)
        : item,
    ) as T;
  const copy: Record<string, unknown> = { ...(value as Record<string, unknown>) };
  const inner = rest.length === 0 ? replacement : withValueAt(copy[name] ?? {}, rest.join('.'), replacement);
  if (inner === undefined) Reflect.deleteProperty(copy, name);
  else copy[name] = inner;
  return copy as T;
}

/** The dotted paths of all values that are neither objects nor arrays. */
export function leafPaths(value: unknown, path = ''): string[] {
  if (!isObject(value)) return path === '' ? [] : [path];
  return Object.entries(value).flatMap(([name, inner]) => leafPaths(inner, path === '' ? name : `${path}.${name}`));
}

/** A copy in which every leaf is replaced. */
export function mapLeaves(value: unknown, replace: (leaf: unknown, path: string) => unknown, path = ''): unknown {
  if (Array.isArray(value))
    return value.map((item, index) => mapLeaves(item, replace, `${path}${path && '.'}${index}`));
  if (!isObject(value)) return replace(value, path);
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      name,
      mapLeaves(inner, replace, path === '' ? name : `${path}.${name}`),
    ]),
  );
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** The paths of all members of objects, at any depth. */
export function membersIn(value: unknown, path = ''): string[] {
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([name, member]) => {
    const inner = path === '' ? name : `${path}.${name}`;
    return [...(Array.isArray(value) ? [] : [inner]), ...membersIn(member, inner)];
  });
}
