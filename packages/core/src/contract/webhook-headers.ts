/** Request headers: `Headers`-like, or an object such as Node's `request.headers`. */
export type WebhookHeaders = HeaderReader | Readonly<Record<string, string | readonly string[] | undefined>>;

/** A reader of headers, such as `Headers`. */
export interface HeaderReader {
  get(name: string): string | null | undefined;
}
