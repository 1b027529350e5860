import type { Digest } from './digests.ts';
import type { Charset, DigestForm, LengthUnit } from './encodings.ts';
import type { FieldOrder } from './order.ts';
import type { SignatureScheme } from './signature-scheme.ts';
import type { SignedField } from './signature.ts';

/** Everything that decides a signature. A scheme gives the right one; a mistake is a change of one part of it. */
export interface Recipe {
  readonly fields: readonly SignedField[];
  /** Signed whatever the rule about empty values says. */
  readonly added: readonly SignedField[];
  readonly empty: 'kept' | 'dropped';
  readonly order: FieldOrder;
  readonly rename: (name: string) => string;
  /** Whether names are changed before or after they are put in order. */
  readonly renamed: 'before' | 'after';
  /** Another way to write the value of one field, by its name. */
  readonly rewrite: ReadonlyMap<string, (value: string) => string>;
  /** Fields before whose names a blank strayed in. */
  readonly indented: ReadonlySet<string>;
  /** Another way to write every value. */
  readonly escape: (value: string) => string;
  readonly field: string;
  readonly unit: LengthUnit;
  readonly between: string;
  /** What follows the last field, and what follows everything. */
  readonly afterFields: string;
  readonly afterText: string;
  readonly secret: string;
  readonly secretAs: 'plain' | 'hashed' | 'hashed in upper case' | 'hashed twice';
  readonly secretDigest: Digest;
  /** `message`: key and text changed places. `nowhere`: the secret was forgotten. */
  readonly place: 'key' | 'start' | 'end' | 'message' | 'nowhere';
  readonly glue: string;
  readonly charset: Charset;
  readonly digest: Digest;
  readonly form: DigestForm;
  /** What stands before and after the finished signature. */
  readonly around: readonly [before: string, after: string];
}

/** The recipe that a scheme asks for. */
export function recipeOf(scheme: SignatureScheme, fields: readonly SignedField[], secret: string): Recipe {
  const asIs = (text: string): string => text;
  return {
    fields: fields.filter(([name]) => !scheme.unsigned.includes(name)),
    added: [],
    empty: scheme.empty,
    order: scheme.order,
    rename: asIs,
    renamed: 'after',
    rewrite: new Map(),
    indented: new Set(),
    escape: asIs,
    field: scheme.field,
    unit: scheme.lengthUnit ?? 'characters',
    between: scheme.between,
    afterFields: '',
    afterText: '',
    secret,
    secretAs: scheme.secret.as,
    secretDigest: scheme.digest,
    place: scheme.secret.place,
    glue: scheme.secret.glue ?? '',
    charset: 'UTF-8',
    digest: scheme.digest,
    form: scheme.form,
    around: ['', ''],
  };
}
