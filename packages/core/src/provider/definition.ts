import type { Capabilities } from '../contract/capabilities.ts';
import type { Environments } from '../contract/environment.ts';
import type { ClientHooks } from '../contract/hooks.ts';
import type { LookupKeys } from '../contract/result.ts';
import type { ErrorCode } from '../errors/error-codes.ts';
import type { Money } from '../money/money.ts';
import type { Schema } from '../schemas/validation.ts';
import type { Digest } from '../signing/digest.ts';
import type { SignatureExplanation } from '../signing/signature.ts';
import type { Transport } from '../transport/http.ts';
import type { Fetch } from '../transport/fetch.ts';
import type { Call } from './call.ts';
import type { EndpointChoice } from './endpoint.ts';
import type { LookupVerdict, Verdict } from './verdict.ts';
import type { Verifier } from './webhook-definition.ts';

/**
 * The checked options that core needs of every provider: {@link clientOptions} and {@link endpointOptions}, or a
 * required `baseUrl` where the provider declares no environment.
 */
export interface CheckedOptions extends EndpointChoice {
  readonly timeout: number;
  readonly fetch?: Fetch | undefined;
  readonly transport?: Transport | undefined;
  readonly hooks?: ClientHooks | undefined;
}

/** The parts of a checked capture request that core needs of every provider. */
export interface CheckedRequest {
  readonly amount: Money;
  readonly authorizationId?: string | undefined;
  readonly reference?: string | undefined;
}

/** A call with its authentication. */
export interface SignedCall {
  readonly call: Call;
  /** Explains the signature, where the authentication is one. Called by `prepare` only. */
  readonly explain?: () => SignatureExplanation;
}

/** The context in which a response is judged. */
export interface JudgeContext<Options, Request> {
  readonly options: Options;
  readonly request: Request;
  readonly httpStatus: number;
}

/**
 * Advice of a provider's package by error code, in place of core's: it names the options to check. Fixed sentences, no
 * value. Where money may have moved, core adds that the payment has to be looked up first.
 */
export type ProviderAdvice = Readonly<Partial<Record<ErrorCode, string>>>;

/**
 * Declares of each field of a request whether it may be stored. Every field has to be declared, so that the secret of a
 * new one cannot be forgotten: a card, a token or a password is `false`, and so is every field that contains one.
 */
export type StorableFields<RequestInput> = { readonly [Field in keyof RequestInput]-?: boolean };

/**
 * A provider: its capabilities and pure steps, in one direction. Each step maps data to data and can be tested with
 * literals; core owns their order and the only side effect, sending.
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
  E extends Environments = Environments,
> {
  /** The name of the package after `@capture/`. */
  readonly id: Id;
  readonly capabilities: C;
  /** The published base URL of each environment, with its authority. A client names one of them, or a base URL. */
  readonly environments: E;
  /** Advice that names the options of this provider, by error code. */
  readonly advice?: ProviderAdvice | undefined;
  /**
   * The digests that its signatures need. No client is created where the runtime refuses one of them, as Node in FIPS
   * mode refuses MD5.
   */
  readonly digests?: readonly Digest[] | undefined;
  /** options.ts */
  readonly options: Schema<OptionsInput, Options>;
  /** request.ts: strict about the caller's input. */
  readonly request: Schema<RequestInput, Request>;
  /** request.ts: the fields that may be stored, as a journal does between recording and sending. */
  readonly storable: StorableFields<RequestInput>;
  /** wire.ts: maps a checked request to the provider's fields. */
  readonly encode: (request: Request, options: Options) => Call;
  /** sign.ts: adds the authentication, to captures and lookups alike. */
  readonly sign: (call: Call, options: Options) => SignedCall;
  /** response.ts: the members that are read, loose about the rest. */
  readonly response: Schema<unknown, Response>;
  /**
   * outcome.ts: judges the outcome that a response reports. Also called with the rest of a response that `response`
   * refuses, without the members at fault: nothing but the capture id is taken from that verdict, and it may throw.
   */
  readonly judge: (response: Response, context: JudgeContext<Options, Request>) => Verdict;
  /** lookup.ts; present exactly where `capabilities.lookupBy` names a key. */
  readonly lookup?: LookupDefinition<Options, LookupResponse> | undefined;
  /** webhook.ts, through `verifier`; present exactly where `capabilities.webhook` is `'signed'`. */
  readonly webhook?: Verifier<Options> | undefined;
}

/** The operations that a definition must have, and must not have, by its capabilities. */
export type DeclaredOperations<C extends Capabilities> = (C['lookupBy'] extends readonly []
  ? { readonly lookup?: undefined }
  : { readonly lookup: object }) &
  (C['webhook'] extends 'signed' ? { readonly webhook: object } : { readonly webhook?: undefined });

/** The steps of a lookup. */
export interface LookupDefinition<Options, Response> {
  /**
   * The place of the reference. In a path, by default, one with `/` or `..` is refused; use `bodyReference` in the
   * schema of requests where it stands in bodies only.
   */
  readonly referenceIn?: 'path' | 'body';
  readonly encode: (keys: LookupKeys, options: Options) => Call;
  readonly response: Schema<unknown, Response>;
  readonly judge: (response: Response, context: JudgeContext<Options, LookupKeys>) => LookupVerdict;
}
