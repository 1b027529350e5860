/** The facts of a {@link JournalError}, as plain data. */
export interface JournalErrorFacts {
  readonly account?: string | undefined;
  readonly key?: string | undefined;
  /** The operation in the way. */
  readonly operationId?: string | undefined;
  /** The names of fields, never their values. */
  readonly fields?: readonly string[] | undefined;
}

const MARKER = Symbol.for('@capture/journal/JournalError');

/** An error of the journal: nothing was recorded, sent or changed by the call. Names ids and fields, never a value. */
export abstract class JournalError extends Error implements JournalErrorFacts {
  /** Closed list, for programs. */
  abstract readonly code:
    | 'key_reused'
    | 'authorization_busy'
    | 'not_decidable'
    | 'unknown_operation'
    | 'unknown_account'
    | 'invalid_input'
    | 'store_failed'
    | 'schema_too_new'
    | 'invariant_broken';
  readonly account: string | undefined;
  readonly key: string | undefined;
  readonly operationId: string | undefined;
  readonly fields: readonly string[] | undefined;

  constructor(message: string, { account, key, operationId, fields }: JournalErrorFacts = {}) {
    super(message);
    this.account = account;
    this.key = key;
    this.operationId = operationId;
    this.fields = fields;
    Object.defineProperty(this, MARKER, { value: true });
  }

  /** Recognises a `JournalError`, also one of another copy of this package. */
  static is(value: unknown): value is JournalError {
    return typeof value === 'object' && value !== null && MARKER in value;
  }
}

/** The key belongs to a different request. `fields` names those that differ. */
export class KeyReusedError extends JournalError {
  override readonly name = 'KeyReusedError';
  readonly code = 'key_reused';
}

/** Another operation keeps the authorization busy: `operationId`. */
export class AuthorizationBusyError extends JournalError {
  override readonly name = 'AuthorizationBusyError';
  readonly code = 'authorization_busy';
}

/** The state of the operation allows no decision, or no repetition. */
export class NotDecidableError extends JournalError {
  override readonly name = 'NotDecidableError';
  readonly code = 'not_decidable';
}

/** The journal has no operation with this id. */
export class UnknownOperationError extends JournalError {
  override readonly name = 'UnknownOperationError';
  readonly code = 'unknown_operation';
}

/** The journal was opened without this account, or with a client of another provider under its label. */
export class UnknownAccountError extends JournalError {
  override readonly name = 'UnknownAccountError';
  readonly code = 'unknown_account';
}

/** An argument breaks a rule. The message names the path and the rule. */
export class InvalidJournalInputError extends JournalError {
  override readonly name = 'InvalidJournalInputError';
  readonly code = 'invalid_input';
}

/**
 * The store could not read or write: full, locked, read-only, corrupted, or out of reach. Nothing that was committed is
 * lost.
 */
export class StoreError extends JournalError {
  override readonly name = 'StoreError';
  readonly code = 'store_failed';
}

/** The storage was written by a newer version of this package. */
export class SchemaTooNewError extends JournalError {
  override readonly name = 'SchemaTooNewError';
  readonly code = 'schema_too_new';
}

/** Something happened that must not: an impossible transition. The account is stopped; nothing was changed. */
export class InvariantError extends JournalError {
  override readonly name = 'InvariantError';
  readonly code = 'invariant_broken';
}
