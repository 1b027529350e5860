/** Headers as a server has them: a `Headers` of any kind, or an object such as Node's `request.headers`. */
export type WebhookHeaders = HeaderReader | Readonly<Record<string, string | readonly string[] | undefined>>;

/** @internal Something that reads headers, such as a `Headers`. */
export interface HeaderReader {
  get(name: string): string | null | undefined;
}
