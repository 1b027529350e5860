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
  Answer,
  LookupAnswer = never,
> {
  /** The name of the package behind `@capture/`. */
  readonly id: string;
  readonly capabilities: Capabilities;
  /** options.ts */
  readonly options: Schema<unknown, Options>;
  /** request.ts: strict about what the caller asks. */
  readonly request: Schema<unknown, Request>;
  /** wire.ts: a checked request in the provider's own words. */
  readonly encode: (request: Request, options: Options) => Call;
  /** sign.ts: adds what proves who asks, to captures and look-ups alike. */
  readonly sign: (call: Call, options: Options) => SignedCall;
  /** response.ts: only what is read, loose about the rest. */
  readonly answer: Schema<unknown, Answer>;
  /** outcome.ts: what an answer says of the money. */
  readonly judge: (answer: Answer, context: JudgeContext<Options, Request>) => Verdict;
  /** lookup.ts */
  readonly lookup?: LookupDefinition<Options, LookupAnswer>;
  /** webhook.ts, through `verifier`. */
  readonly webhook?: Verifier<Options>;
}

/** How a provider is asked what became of a payment. */
export interface LookupDefinition<Options, Answer> {
  readonly encode: (keys: LookupKeys, options: Options) => Call;
  readonly answer: Schema<unknown, Answer>;
  readonly judge: (answer: Answer, context: JudgeContext<Options, LookupKeys>) => LookupVerdict;
}
