/** The reason of a refusal, in provider-neutral terms. Each emulator translates it into its provider's response. */
export type RejectionKind =
  // the shape of the request
  | 'content-type'
  | 'unreadable'
  | 'missing'
  | 'unknown-field'
  | 'invalid'
  | 'conflict'
  // authentication
  | 'credentials'
  // the requested operation
  | 'authorization-not-found'
  | 'authorization-voided'
  | 'authorization-expired'
  | 'authorization-not-approved'
  | 'already-captured'
  | 'capture-not-found'
  | 'not-captured'
  | 'already-refunded'
  | 'settled'
  | 'amount-too-high'
  | 'duplicate-reference'
  | 'transaction-not-found'
  | 'no-such-path'
  // faults
  | 'unauthorized'
  | 'rate-limited'
  | 'server-error';

/** Thrown inside an emulator to refuse a request; never leaves the sandbox. The message names fields, never values. */
export class Rejection extends Error {
  override readonly name = 'Rejection';
  readonly kind: RejectionKind;
  /** The field, such as `request.amount`; empty if the whole request is refused. */
  readonly path: string;

  constructor(kind: RejectionKind, path = '', message: string = kind) {
    super(message);
    this.kind = kind;
    this.path = path;
  }
}
