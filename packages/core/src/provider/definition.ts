import type { Capabilities } from '../contract/capabilities.ts';
import type { Hooks } from '../contract/hooks.ts';
import type { LookupKeys } from '../contract/result.ts';
import type { Money } from '../money/money.ts';
import type { Schema } from '../schemas/validation.ts';
import type { Signature } from '../signing/signature.ts';
import type { Transport } from '../transport/http.ts';
import type { Fetch } from '../transport/ky-transport.ts';
import type { Call } from './call.ts';
import type { LookupVerdict, Verdict } from './verdict.ts';
import type { Verifier } from './webhook-definition.ts';

/** What core needs of every checked options object; `baseUrl` and {@link clientOptions} give it. */
export interface CheckedOptions {
  readonly baseUrl: string;
  readonly timeout: number;
  readonly fetch?: Fetch | undefined;
  readonly transport?: Transport | undefined;
  readonly hooks?: Hooks | undefined;
}

/** What core needs of every checked capture request. */
export interface CheckedRequest {
  readonly amount: Money;
  readonly authorizationId?: string | undefined;
  readonly reference?: string | undefined;
}

/** A call that carries its proof of who asks, and how that proof was made. */
export interface SignedCall {
  readonly call: Call;
  /** Where the proof is a signature: how it was made. Asked for by a dry run only. */
  readonly explain?: () => Signature;
}

/** What an answer is judged with. */
export interface JudgeContext<Options, Request> {
  readonly options: Options;
  readonly request: Request;
  readonly httpStatus: number;
}

/**
 * A provider: its capabilities and pure steps, one road, no way back. Each step is data in, data out, and can be tested with a literal; core owns their order and the only
 * side effect, sending.
 */
export interface ProviderDefinition<
  Options extends CheckedOptions,
  Request extends CheckedRequest,
  Response,
  LookupResponse = never,
  OptionsInput = unknown,
  RequestInput = unknown,
  Id extends string = string,
  C extends Capabilities = Capabilities,
> {
  /** The name of the package behind `@capture/`. */
  readonly id: Id;
  readonly capabilities: C;
  /** options.ts */
  readonly options: Schema<OptionsInput, Options>;
  /** request.ts: strict about what the caller asks. */
  readonly request: Schema<RequestInput, Request>;
  /** wire.ts: a checked request in the provider's own words. */
  readonly encode: (request: Request, options: Options) => Call;
  /** sign.ts: adds what proves who asks, to captures and look-ups alike. */
  readonly sign: (call: Call, options: Options) => SignedCall;
  /** response.ts: only what is read, loose about the rest. */
  readonly answer: Schema<unknown, Response>;
  /** outcome.ts: what an answer says of the money. */
  readonly judge: (response: Response, context: JudgeContext<Options, Request>) => Verdict;
  /** lookup.ts; present exactly where `capabilities.lookupBy` names a key. */
  readonly lookup?: LookupDefinition<Options, LookupResponse> | undefined;
  /** webhook.ts, through `verifier`; present exactly where `capabilities.webhook` is `'signed'`. */
  readonly webhook?: Verifier<Options> | undefined;
}

/** The operations that a definition must have, and must not have, by what its capabilities say. */
export type DeclaredOperations<C extends Capabilities> = (C['lookupBy'] extends readonly []
  ? { readonly lookup?: undefined }
  : { readonly lookup: object }) &
  (C['webhook'] extends 'signed' ? { readonly webhook: object } : { readonly webhook?: undefined });

/** How a provider is asked what became of a payment. */
export interface LookupDefinition<Options, Response> {
  readonly encode: (keys: LookupKeys, options: Options) => Call;
  readonly answer: Schema<unknown, Response>;
  readonly judge: (response: Response, context: JudgeContext<Options, LookupKeys>) => LookupVerdict;
}
