import type { CaptureOptions, CaptureResult, LookupResult, PreparedRequest } from '@capture/core';

/** A client of any provider. */
export interface AnyClient {
  readonly provider: string;
  readonly capture: (request: never, options?: CaptureOptions) => Promise<CaptureResult>;
  readonly prepare: (request: never) => PreparedRequest;
}

/** A client of any provider that can look payments up. */
export interface AnyLookupClient extends AnyClient {
  readonly capabilities: object;
  readonly lookup: (keys: never) => Promise<LookupResult>;
}

/** The request that a client captures. */
export type RequestOf<Client extends AnyClient> = Exclude<Parameters<Client['capture']>[0], PreparedRequest>;

/** Creates a client that sends through this `fetch`. */
export type Connect<Client> = (options: {
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
}) => Client;
