/** The provider's documentation of a feature that not every provider documents. */
export type Support = 'yes' | 'no' | 'undocumented';

/** A key for lookups. */
export type LookupKey = 'reference' | 'captureId' | 'authorizationId';

/** The capabilities of a provider: constants with literal types, so that code can depend on them at compile time. */
export interface Capabilities {
  /** The object of a capture: an earlier authorization, or a card (then it is a direct charge). */
  readonly captures: 'authorization' | 'card';
  /** Captures of less than the authorized amount. */
  readonly partialCapture: Support;
  /** Multiple captures of one authorization. */
  readonly multipleCaptures: Support;
  /** Captures of more than the authorized amount (overcapture). */
  readonly overcapture: Support;
  /** The merchant's reference: sent with the capture, only compared with the response, or only used for lookups. */
  readonly reference: 'sent' | 'compared' | 'looked-up';
  /** The currencies that can be captured; `'iso-4217'` for all of them. */
  readonly currencies: readonly string[] | 'iso-4217';
  /** The form of an amount on the wire. */
  readonly amountForm: 'minor-integer' | 'major-string' | 'major-number';
  /** True where a response states the amount. A success without one is not believed then. */
  readonly reportsAmount: boolean;
  /** The authentication of a request. */
  readonly authentication: 'body-signature' | 'key-header' | 'basic-header';
  /** The keys of a lookup; empty where the provider has none. */
  readonly lookupBy: readonly LookupKey[];
  /** Of these, the keys that belong to one capture only: a match is that capture. */
  readonly uniqueKeys: readonly LookupKey[];
  /**
   * Of these, the keys that several captures share, where a lookup lists all of them: a match decides only together
   * with `knownCaptureIds`. A key that is neither unique nor shared never decides.
   */
  readonly sharedKeys: readonly LookupKey[];
  /** Verification of notifications. */
  readonly webhook: 'signed' | 'none';
}
