import { Secret } from '../secrets/secret.ts';
import type { SignedField } from '../signing/signature.ts';
import type { DefinedScheme } from '../signing/scheme.ts';
import type { BodyValue, Call } from './call.ts';
import type { SignedCall } from './definition.ts';

/**
 * Signs the fields of a body with a scheme and adds the signature as one more field, called `name`.
 *
 * @throws `TypeError` where a field is neither a string nor a {@link Secret}.
 */
export function signBody(call: Call, scheme: DefinedScheme, name: string, secret: Secret): SignedCall {
  const { type = 'json', fields = {} } = call.body ?? {};
  const signed: SignedField[] = [];
  for (const [field, value] of Object.entries(fields)) if (value !== undefined) signed.push(textField(field, value));
  const body = { type, fields: { ...fields, [name]: scheme.sign(signed, secret) } };
  return { call: { ...call, body }, explain: () => scheme.explain(signed, secret) };
}

function textField(name: string, value: BodyValue): SignedField {
  if (typeof value === 'string' || Secret.is(value)) return [name, value];
  throw new TypeError(`"${name}" must be a string: other values have no single signed form`);
}
