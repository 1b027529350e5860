import type { LookupKey } from '../contract/capabilities.ts';
import type { PendingResult, ProviderTime, UnknownReason } from '../contract/result.ts';
import type { ErrorCode } from '../errors/error-codes.ts';
import type { Money } from '../money/money.ts';
import type { TransportFailureCode } from '../transport/http.ts';

/** The id of the provider where none is given. */
export type ExampleId = 'acme';

/** The given id. It is taken from `provider` only, never from the place where the result is used. */
export type IdOf<Id extends string> = [Id][Id extends unknown ? 0 : never];

/** Keys that suffice for a lookup at any provider. */
export type EveryLookupKey = Readonly<Record<LookupKey, string>>;

/** The members that every result has, each with a default. */
export interface GivenResult<Id extends string> {
  /**
   * The id of the provider: that of the client, where the result stands for one of its captures.
   *
   * @defaultValue `'acme'`
   */
  readonly provider?: Id;
  /** @defaultValue `'authorization-1042'` */
  readonly authorizationId?: string;
  /** @defaultValue `'order-1042'` */
  readonly reference?: string;
  /** @defaultValue 23.02 EUR */
  readonly amount?: Money;
  /** @defaultValue `undefined`: neither the response nor the host shows it */
  readonly live?: boolean;
}

interface GivenResponse<Id extends string> extends GivenResult<Id> {
  readonly httpStatus?: number;
  readonly providerCode?: string;
  /** The parts of the response that were read, in the provider's field names. */
  readonly response?: unknown;
}

/** Members of a captured or pending result. The reported amount is the requested one: no other is believed. */
export interface GivenAccepted<Id extends string> extends GivenResponse<Id> {
  /** @defaultValue `'capture-1042'` */
  readonly captureId?: string;
  readonly providerTime?: ProviderTime;
  /** Of a pending result. */
  readonly nextAction?: PendingResult['nextAction'];
}

/** Members of a declined result. */
export interface GivenDeclined<Id extends string> extends GivenResponse<Id> {
  /** The id of this attempt, where the refusal states one. */
  readonly captureId?: string;
  /** @defaultValue `'declined'` */
  readonly code?: ErrorCode;
  readonly providerMessage?: string;
}

/** Members of an unsent result. */
export interface GivenUnsent<Id extends string> extends GivenResult<Id> {
  /** @defaultValue `'connection_refused'` */
  readonly code?: Exclude<TransportFailureCode, 'connection_lost' | 'unreadable_response' | 'transport_failed'>;
}

/** Members of an unknown result. */
export interface GivenUnknown<Id extends string> extends GivenResponse<Id> {
  /** @defaultValue `'in-doubt'`: no response arrived */
  readonly reason?: UnknownReason;
  /** @defaultValue the usual code for the reason: `timeout` where no response arrived */
  readonly code?: ErrorCode;
  readonly providerMessage?: string;
}
