import { readFileSync } from 'node:fs';

/** A provider's published example, as `protocol/` keeps it. */
export interface Sample {
  readonly credentials: Readonly<Record<string, string>>;
  readonly request: {
    readonly method: string;
    readonly path: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: Readonly<Record<string, unknown>>;
  };
  readonly response: { readonly status: number; readonly body: Readonly<Record<string, unknown>> };
}

/** The published example of a provider, as data that no code of this workspace produced. */
export function sampleOf(provider: string): Sample {
  const path = new URL(`../../../protocol/${provider}/sample.json`, import.meta.url);
  return JSON.parse(readFileSync(path, 'utf8')) as Sample;
}
