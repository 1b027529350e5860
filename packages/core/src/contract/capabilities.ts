/** What a provider's page says about a question that not all of them answer. */
export type Documented = 'yes' | 'no' | 'undocumented';

/** What a look-up can be asked with. */
export type LookupKey = 'reference' | 'captureId' | 'authorizationId';

/** What a provider can do: constants with literal types, so that code can depend on them at compile time. */
export interface Capabilities {
  /** What a capture takes: an authorization made before, or a card (then it is a direct charge). */
  readonly captures: 'authorization' | 'card';
  /** Less than the authorized amount. */
  readonly partialCapture: Documented;
  /** More than one capture of one authorization. */
  readonly severalCaptures: Documented;
  /** More than the authorized amount. */
  readonly overCapture: Documented;
  /** The merchant's own id: sent with the capture, only compared with the answer, or only used for look-ups. */
  readonly reference: 'sent' | 'compared' | 'looked-up';
  /** The currencies that can be captured; `'ISO 4217'` for all of them. */
  readonly currencies: readonly string[] | 'ISO 4217';
  /** How an amount is written on the wire. */
  readonly amountForm: 'minor integer' | 'major text' | 'major number';
  /** Whether an answer states the amount. Where it does, one without an amount is not believed. */
  readonly reportsAmount: boolean;
  /** How a request proves who asks. */
  readonly authentication: 'body signature' | 'key header' | 'basic header';
  /** What a look-up can be asked with; empty where there is none. */
  readonly lookupBy: readonly LookupKey[];
  /** Whether a look-up decides what became of a capture whose answer was lost. */
  readonly lookupDecides: boolean;
  /** Whether notifications can be verified. */
  readonly webhook: 'signed' | 'none';
}
