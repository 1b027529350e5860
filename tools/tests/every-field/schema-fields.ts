/** The parts of a valibot schema that show its fields. */
interface Shape {
  readonly type?: string;
  readonly entries?: Readonly<Record<string, Shape>>;
  readonly wrapped?: Shape;
  readonly getter?: (value: unknown) => Shape;
}

/** The paths of all fields that a caller may give: `reference`, `goodsInfo.tax`. */
export function fieldsOf(schema: unknown, path = ''): string[] {
  return Object.entries(entriesOf(schema as Shape)).flatMap(([name, field]) => {
    const at = path === '' ? name : `${path}.${name}`;
    const inner = fieldsOf(field, at);
    return inner.length > 0 ? inner : [at];
  });
}

/** The entries of an object, also of an optional one or of one that depends on the value. */
function entriesOf({ entries, wrapped, getter }: Shape): Readonly<Record<string, Shape>> {
  if (entries) return entries;
  if (wrapped) return entriesOf(wrapped);
  return getter ? entriesOf(getter({})) : {};
}
