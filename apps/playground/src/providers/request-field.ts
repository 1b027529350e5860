/**
 * The authority of a statement: documented on the provider's capture page, taken from its example, documented elsewhere
 * by the provider or by third parties, assumed, or an addition of this library.
 */
export type FieldSource = 'documented' | 'example' | 'third-party' | 'assumed' | 'ours';

/** The description of a request field, for forms and documentation. It only describes: the schema decides. */
export interface RequestField {
  readonly label: string;
  /** Its purpose, in a sentence. */
  readonly help: string;
  readonly required: boolean;
  readonly kind: 'string' | 'amount' | 'card' | 'choice' | 'integer' | 'boolean' | 'object';
  /** The format of a value, in words. */
  readonly format?: string;
  readonly choices?: readonly string[];
  /** The provider's name for it. */
  readonly wireName?: string;
  readonly source: FieldSource;
}

/** The fields of a request by name, in the order in which a form shows them. */
export type RequestFields<Request> = { readonly [Name in keyof Required<Request>]: RequestField };
