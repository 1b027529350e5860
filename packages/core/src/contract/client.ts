import type { Secret } from '../secrets/secret.ts';
import type { Signature } from '../signing/signature.ts';
import type { Capabilities } from './capabilities.ts';
import type { LookupResult } from './lookup-result.ts';
import type { CaptureResult, LookupKeys } from './result.ts';

/** What every provider's client can do. An operation that a provider lacks is not on its type. */
export interface CaptureClient<Request, C extends Capabilities = Capabilities, Id extends string = string> {
  /** The provider's id. */
  readonly provider: Id;
  readonly capabilities: C;
  /**
   * Captures once. Resolves to a result whatever happens on the way; rejects only with `InvalidRequestError`, before anything is sent. Never sends twice.
   */
  capture(request: Request, options?: CallOptions): Promise<CaptureResult>;
  /** A dry run: checks, encodes and signs, and sends nothing. Throws `InvalidRequestError`. */
  prepare(request: Request): PreparedRequest;
}

/** A client that can also ask what became of a payment. */
export interface LookupClient {
  /**
   * Asks the provider what became of a payment: with one of `capabilities.lookupBy`, or simply with `result.lookup`. Reads only, so it may be repeated. Resolves to a result
   * whatever happens on the way; rejects only with `InvalidRequestError`.
   */
  lookup(keys: LookupKeys, options?: CallOptions): Promise<LookupResult>;
}

/** What a caller can set for one call. */
export interface CallOptions {
  /** Gives up when it aborts: `unsent` if nothing was written, else `unknown`. */
  readonly signal?: AbortSignal | undefined;
  /** The deadline in milliseconds, in place of the client's. */
  readonly timeout?: number | undefined;
}

/** A dry run: everything that would be sent, for eyes and for tests. Nothing in it prints a secret. */
export interface PreparedRequest {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  /** Secrets are masked. */
  readonly headers: Readonly<Record<string, string>>;
  /** Secrets are masked. */
  readonly body: string | undefined;
  /** The merchant's own id. Where none was given it is generated, anew for each call: give one of your own to have the same in a capture. */
  readonly reference: string | undefined;
  /** How the signature was made, where the provider has one. */
  readonly signature: Signature | undefined;
  /** The exact body with every secret in it. Never log it. */
  readonly exactBody: Secret | undefined;
}
