import type { Secret } from '../secrets/secret.ts';
import type { SignatureExplanation } from '../signing/signature.ts';
import type { Capabilities, LookupKey } from './capabilities.ts';
import type { LookupResult } from './lookup-result.ts';
import type { CaptureResult, LookupKeys } from './result.ts';
import type { WebhookClient } from './webhook-event.ts';

/** Options of a single call. */
export interface CallOptions {
  /** Aborts the call: `unsent` if nothing was written, else `unknown`. */
  readonly signal?: AbortSignal | undefined;
  /**
   * The deadline in milliseconds, in place of the client's.
   *
   * @defaultValue the `timeout` of the client
   */
  readonly timeout?: number | undefined;
}

/** Options of a dry run. */
export interface PrepareOptions {
  /**
   * Allows numbers like those of cards in free text: references, notes, names, descriptions. Without it they are
   * refused, because what a provider stores and shows there is in no way protected as a card is. A secret of the
   * request or of the client is refused regardless.
   *
   * @defaultValue false
   */
  readonly allowCardLikeText?: boolean | undefined;
}

/** Options of a single capture. A prepared request was checked already: `allowCardLikeText` changes nothing for it. */
export interface CaptureOptions extends CallOptions, PrepareOptions {
  /**
   * The provider's ids of earlier captures of the same authorization and of earlier attempts with the same reference;
   * empty: there was none. They enter `lookupKeys`, so that a lookup cannot take one of them for this capture. With a
   * generated reference there is none, and the list is empty by itself.
   */
  readonly knownCaptureIds?: readonly string[] | undefined;
  /**
   * A last check, called synchronously when everything is ready and just before the first byte may leave: over
   * `@capture/core/node` once the connection stands, over other transports before the request is handed over. False, or
   * an error, ends the capture as `unsent`. It may be called more than once.
   */
  readonly lastCheck?: (() => boolean) | undefined;
}

/** The operations of every provider's client. An operation that a provider lacks is not on its type. */
export interface CaptureClient<Request, C extends Capabilities = Capabilities, Id extends string = string> {
  /** The provider's id. */
  readonly provider: Id;
  readonly capabilities: C;
  /**
   * Captures once. Takes a request, or the object that {@link CaptureClient.prepare} of the same client returned: then
   * exactly that is sent, a generated reference included. Always resolves to a result; never sends twice.
   *
   * @example
   * ```ts
   * const result = await client.capture({ authorizationId: 'auth-1042', amount: money('23.02', 'TRY') });
   * if (result.status === 'unknown') await resolveOutcome(client, result);
   * ```
   *
   * @throws `InvalidRequestError`, before anything is sent: a rule of the request is broken, or a prepared request was
   * captured before (unless it ended `unsent`), is a copy, or is another client's.
   */
  capture(
    request: Request | PreparedRequest,
    options?: CaptureOptions,
  ): Promise<CaptureResult<Id, C['lookupBy'][number]>>;
  /**
   * Prepares a capture without sending it (a dry run): validates, encodes and signs. Pass the result to `capture` to
   * send it.
   *
   * @throws `InvalidRequestError` where a rule of the request is broken.
   */
  prepare(request: Request, options?: PrepareOptions): PreparedRequest;
}

/** A client that can also look payments up. */
export interface LookupClient<Key extends LookupKey = never> {
  /**
   * Looks a payment up by one of `capabilities.lookupBy`, or simply with `result.lookup`. Read-only, so it may be
   * repeated. Always resolves to a result.
   *
   * @throws `InvalidRequestError`, before anything is sent, where the provider cannot look up by any of the keys.
   */
  lookup(keys: LookupKeys<Key>, options?: CallOptions): Promise<LookupResult>;
}

/** The client of a provider with these capabilities: an operation that the provider lacks is not on its type. */
export type ProviderClient<Request, C extends Capabilities, Id extends string> = CaptureClient<Request, C, Id> &
  (C['lookupBy'] extends readonly [] ? unknown : LookupClient<C['lookupBy'][number]>) &
  (C['webhook'] extends 'signed' ? WebhookClient : unknown);

/** A request that was prepared and not sent, for people and for tests. Prints no secret. */
export interface PreparedRequest {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  /** Secrets are masked. */
  readonly headers: Readonly<Record<string, string>>;
  /** Secrets are masked. */
  readonly body: string | undefined;
  /** The merchant's reference, generated where none was given. `capture(prepared)` sends this one. */
  readonly reference: string | undefined;
  /** Keys to look the capture up with, known before it is sent. */
  readonly lookupKeys: LookupKeys;
  /**
   * The fields of the request that may be stored, as plain data in which everything generated is settled: given to
   * `prepare` again, with the fields that are missing, they make the same request. A card is never among them.
   */
  readonly storable: Readonly<Record<string, unknown>>;
  /** The steps that produced the signature, where the provider requires one. */
  readonly signature: SignatureExplanation | undefined;
  /** The exact body with every secret in it. Never log it. */
  readonly exactBody: Secret | undefined;
}
