import type { Digest } from './digest.ts';
import type { DigestForm, LengthUnit } from './encodings.ts';
import type { FieldOrder } from './order.ts';

/**
 * The signature scheme of a provider, as data: signatures follow from it, and every deviation is a mistake to search
 * for.
 */
export interface SignatureScheme {
  /** Names of fields that are never signed: the signature itself. */
  readonly unsigned: readonly string[];
  /** Documented names that a message may lack. Only to recognise a signature that includes one of them, empty. */
  readonly optional?: readonly string[];
  /** Names of card data: masked even where the value is a plain string. */
  readonly confidential?: readonly string[];
  readonly order: FieldOrder;
  /** Handling of fields with an empty value. */
  readonly empty: 'kept' | 'dropped';
  /** The template of one field: `{name}`, `{length}` and `{value}`. */
  readonly field: string;
  /**
   * The unit of `{length}`.
   *
   * @defaultValue `'characters'` (code points)
   */
  readonly lengthUnit?: LengthUnit;
  /** The separator between two fields. */
  readonly between: string;
  readonly secret: SecretUse;
  readonly digest: Digest;
  readonly form: DigestForm;
}

/** The use of the secret in a signature. */
export interface SecretUse {
  /** The provider's name for it, for sentences: `API token`. */
  readonly called: string;
  /** The key of an HMAC, or part of the text: before all fields or after them. */
  readonly place: 'key' | 'start' | 'end';
  /** Plain, or hashed: its own digest in lower-case hex. */
  readonly as: 'plain' | 'hashed';
  /**
   * The separator between it and the fields, where it is part of the text.
   *
   * @defaultValue none
   */
  readonly glue?: string;
}
