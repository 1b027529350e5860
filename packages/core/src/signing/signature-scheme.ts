import type { Digest } from './digests.ts';
import type { DigestForm, LengthUnit } from './encodings.ts';
import type { FieldOrder } from './order.ts';

/** How a provider signs fields, as data: what it says is how signatures are made, and every departure from it is a mistake that can be searched for. */
export interface SignatureScheme {
  /** Names that are never signed: that of the signature itself. */
  readonly unsigned: readonly string[];
  /** Names that the provider documents and a message may lack. Only to recognise a signature that was made with one of them, empty. */
  readonly optional?: readonly string[];
  /** Names of card data: masked also where the value is given as plain text. */
  readonly confidential?: readonly string[];
  readonly order: FieldOrder;
  /** Whether a field with an empty value is signed. */
  readonly empty: 'kept' | 'dropped';
  /** What a field contributes: a text with `{name}`, `{length}` and `{value}` in it. */
  readonly field: string;
  /** What `{length}` counts; characters (code points) where absent. */
  readonly lengthUnit?: LengthUnit;
  /** What stands between two fields. */
  readonly between: string;
  readonly secret: SecretUse;
  readonly digest: Digest;
  readonly form: DigestForm;
}

/** How the secret enters a signature. */
export interface SecretUse {
  /** What the provider calls it, for sentences: `API token`. */
  readonly called: string;
  /** The key of an HMAC, or a part of the text: before all fields or after them. */
  readonly place: 'key' | 'start' | 'end';
  /** As it is, or as the lower-case hex text of its own digest. */
  readonly as: 'plain' | 'hashed';
  /** What stands between it and the fields, where it is a part of the text. Nothing where absent. */
  readonly glue?: string;
}
