/**
 * The authority of a statement: documented on the provider's capture page, taken from its example, documented elsewhere
 * by the provider or by third parties, assumed, or an addition of this library.
 */
export type FieldSource = 'documented' | 'example' | 'third-party' | 'assumed' | 'ours';

/** A field of a request as people meet it, for forms and documentation. It describes; the schema decides. */
export interface RequestField {
  readonly label: string;
  /** What it is for, in a sentence. */
  readonly help: string;
  readonly required: boolean;
  readonly kind: 'text' | 'amount' | 'card' | 'choice' | 'whole number' | 'yes or no' | 'object';
  /** What a value looks like, in words. */
  readonly format?: string;
  readonly choices?: readonly string[];
  /** What the provider calls it on the wire. */
  readonly wireName?: string;
  readonly source: FieldSource;
}

/** The fields of a request by name, in the order in which a form shows them. */
export type RequestFields<Request> = { readonly [Name in keyof Required<Request>]: RequestField };
