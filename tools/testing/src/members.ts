/** An object with one member changed, named by its dotted path. */
export function withMember(object: unknown, path: string, value: unknown): Record<string, unknown> {
  const [name = '', ...rest] = path.split('.');
  const members = object as Record<string, unknown>;
  return { ...members, [name]: rest.length === 0 ? value : withMember(members[name], rest.join('.'), value) };
}

/** An object without one member, named by its dotted path. */
export function withoutMember(object: unknown, path: string): Record<string, unknown> {
  const [name = '', ...rest] = path.split('.');
  const { [name]: member, ...others } = object as Record<string, unknown>;
  return rest.length === 0 ? others : { ...others, [name]: withoutMember(member, rest.join('.')) };
}
