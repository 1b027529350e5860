/** Why a call is refused, in words that belong to no provider. Each emulator translates them into its own. */
export type RejectionKind =
  // the shape of the request
  | 'content-type'
  | 'unreadable'
  | 'missing'
  | 'unknown-field'
  | 'invalid'
  | 'conflict'
  // who asks
  | 'credentials'
  // what is asked
  | 'authorization-not-found'
  | 'already-captured'
  | 'amount-too-high'
  | 'duplicate-reference'
  | 'transaction-not-found'
  | 'no-such-path'
  // what a fault asks for
  | 'unauthorized'
  | 'rate-limited'
  | 'server-error';

/** Thrown inside an emulator to refuse a call; never leaves the sandbox. The text names fields, never their values. */
export class Rejection extends Error {
  override readonly name = 'Rejection';
  readonly kind: RejectionKind;
  /** The field, such as `request.amount`; empty if it is about the whole request. */
  readonly path: string;

  constructor(kind: RejectionKind, path = '', text: string = kind) {
    super(text);
    this.kind = kind;
    this.path = path;
  }
}
