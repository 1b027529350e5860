/** A JSON Schema, as far as the control API needs it: it validates bodies and documents them. */
export type JsonSchema =
  | { readonly type: 'string'; readonly description?: string; readonly enum?: readonly string[] }
  | { readonly type: 'boolean'; readonly description?: string }
  | {
      readonly type: 'integer' | 'number';
      readonly description?: string;
      readonly minimum?: number;
      readonly maximum?: number;
    }
  | {
      readonly type: 'object';
      readonly description?: string;
      readonly properties: Readonly<Record<string, JsonSchema>>;
      readonly required?: readonly string[];
      readonly nullable?: boolean;
    };

/** A request of the control API that breaks a rule. Its message names the path and the rule, never the value. */
export class ControlError extends Error {
  override readonly name = 'ControlError';
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** Checks a value against a schema. Throws a {@link ControlError} with status 400. */
export function checkAgainst(schema: JsonSchema, value: unknown, path = ''): void {
  if (schema.type === 'object') {
    checkObject(schema, value, path);
    return;
  }
  const rule = brokenRule(schema, value);
  if (rule !== undefined) throw new ControlError(400, `${path === '' ? 'the body' : path} ${rule}`);
}

function checkObject(schema: JsonSchema & { readonly type: 'object' }, value: unknown, path: string): void {
  if (value === null && schema.nullable) return;
  const name = path === '' ? 'the body' : path;
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new ControlError(400, `${name} must be an object`);
  const at = (member: string) => (path === '' ? member : `${path}.${member}`);
  const missing = schema.required?.find((member) => !Object.hasOwn(value, member));
  if (missing !== undefined) throw new ControlError(400, `${at(missing)} is required`);
  for (const [member, given] of Object.entries(value)) {
    const expected = Object.hasOwn(schema.properties, member) ? schema.properties[member] : undefined;
    if (!expected)
      throw new ControlError(
        400,
        `${name} has an unknown member; it takes ${Object.keys(schema.properties).join(', ')}`,
      );
    checkAgainst(expected, given, at(member));
  }
}

function brokenRule(schema: Exclude<JsonSchema, { type: 'object' }>, value: unknown): string | undefined {
  switch (schema.type) {
    case 'string':
      if (typeof value !== 'string') return 'must be a string';
      return schema.enum && !schema.enum.includes(value) ? `must be one of ${schema.enum.join(', ')}` : undefined;
    case 'boolean':
      return typeof value === 'boolean' ? undefined : 'must be true or false';
    default: {
      const { type, minimum = -Infinity, maximum = Infinity } = schema;
      const fits = typeof value === 'number' && (type === 'number' || Number.isSafeInteger(value));
      if (!fits) return type === 'integer' ? 'must be an integer' : 'must be a number';
      return value < minimum || value > maximum ? `must be from ${String(minimum)} to ${String(maximum)}` : undefined;
    }
  }
}
