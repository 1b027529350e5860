import type { Secret } from '../secrets/secret.ts';
import type { Signature } from '../signing/signature.ts';
import type { Capabilities, LookupKey } from './capabilities.ts';
import type { LookupResult } from './lookup-result.ts';
import type { CaptureResult, LookupKeys } from './result.ts';
import type { WebhookClient } from './webhook-event.ts';

/** Options of a single call. */
export interface CallOptions {
  /** Aborts the call: `unsent` if nothing was written, else `unknown`. */
  readonly signal?: AbortSignal | undefined;
  /** The deadline in milliseconds, in place of the client's. */
  readonly timeout?: number | undefined;
}

/** The operations of every provider's client. An operation that a provider lacks is not on its type. */
export interface CaptureClient<Request, C extends Capabilities = Capabilities, Id extends string = string> {
  /** The provider's id. */
  readonly provider: Id;
  readonly capabilities: C;
  /**
   * Captures once. Takes a request, or what {@link CaptureClient.prepare} of the same client returned: then exactly what was
   * prepared is sent, a generated reference included. Resolves to a result whatever happens on the way; never sends twice.
   *
   * @throws `InvalidRequestError`, before anything is sent: a rule of the request is broken, or a prepared request was
   * captured before (unless it ended `unsent`), is a copy, or is another client's.
   */
  capture(request: Request | PreparedRequest, options?: CallOptions): Promise<CaptureResult<Id, C['lookupBy'][number]>>;
  /**
   * A dry run: checks, encodes and signs, and sends nothing. Look at it, then pass it to `capture`.
   *
   * @throws `InvalidRequestError` where a rule of the request is broken.
   */
  prepare(request: Request): PreparedRequest;
}

/** A client that can also look up what became of a payment. */
export interface LookupClient<Key extends LookupKey = never> {
  /**
   * Asks the provider what became of a payment: by one of `capabilities.lookupBy`, or simply with `result.lookup`. Reads
   * only, so it may be repeated. Resolves to a result whatever happens on the way.
   *
   * @throws `InvalidRequestError`, before anything is sent, where no key is one that the provider can look up by.
   */
  lookup(keys: LookupKeys<Key>, options?: CallOptions): Promise<LookupResult>;
}

/** The client of a provider with these capabilities: an operation that the provider lacks is not on its type. */
export type ProviderClient<Request, C extends Capabilities, Id extends string> = CaptureClient<Request, C, Id> &
  (C['lookupBy'] extends readonly [] ? unknown : LookupClient<C['lookupBy'][number]>) &
  (C['webhook'] extends 'signed' ? WebhookClient : unknown);

/** A dry run: everything that would be sent, for people and for tests. Prints no secret. */
export interface PreparedRequest {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  /** Secrets are masked. */
  readonly headers: Readonly<Record<string, string>>;
  /** Secrets are masked. */
  readonly body: string | undefined;
  /** The merchant's own id, generated where none was given. `capture(prepared)` sends this one. */
  readonly reference: string | undefined;
  /** How the signature was made, where the provider has one. */
  readonly signature: Signature | undefined;
  /** The exact body with every secret in it. Never log it. */
  readonly exactBody: Secret | undefined;
}
