/**
 * Request headers, with names in any case: `Headers`-like, an object such as Node's `request.headers` and
 * `request.headersDistinct`, a list of pairs, or Node's `request.rawHeaders`.
 */
export type WebhookHeaders =
  | HeaderReader
  | Readonly<Record<string, string | readonly string[] | undefined>>
  | readonly (readonly [name: string, value: string])[]
  | readonly string[];

/** A reader of headers, such as `Headers`. */
export interface HeaderReader {
  get(name: string): string | null | undefined;
}

/** A raw body: a string, or its bytes in any form. */
export type WebhookBody = string | ArrayBuffer | SharedArrayBuffer | ArrayBufferView;
