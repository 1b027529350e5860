/** One broken rule in the caller's input. */
export interface InputIssue {
  /** The path to the value: `card.number`, `amount.minor`; empty for the whole input. */
  readonly path: string;
  /** The broken rule. The value itself is never repeated. */
  readonly rule: string;
}

/** The details of an error about the caller's input. */
export interface InvalidInputDetails {
  readonly provider?: string | undefined;
  readonly issues: readonly InputIssue[];
}

const REQUEST = Symbol.for('@capture/core/InvalidRequestError');
const AMOUNT = Symbol.for('@capture/core/InvalidAmountError');
const OPTIONS = Symbol.for('@capture/core/InvalidOptionsError');

abstract class InvalidInputError extends Error {
  /** The provider whose rules were broken; absent for rules of core itself. */
  readonly provider: string | undefined;
  /** Every broken rule, with its path. */
  readonly issues: readonly InputIssue[];

  constructor(what: string, { provider, issues }: InvalidInputDetails, marker: symbol, consequence = '') {
    const list = issues.map(({ path, rule }) => (path === '' ? rule : `${path} ${rule}`)).join('; ');
    super(`${provider === undefined ? '' : `${provider}: `}invalid ${what}: ${list}.${consequence}`);
    this.provider = provider;
    this.issues = issues;
    Object.defineProperty(this, marker, { value: true });
  }

  /** Everything as plain data, for where an error would lose `issues`: a structured clone keeps the message only. */
  toJSON(): InvalidInputDetails & { readonly name: string; readonly message: string } {
    return Object.assign({}, this, { name: this.name, message: this.message });
  }
}

/** A request breaks a rule. Thrown before anything is sent; names each path and rule, never a value. */
export class InvalidRequestError extends InvalidInputError {
  override readonly name = 'InvalidRequestError';

  constructor(details: InvalidInputDetails) {
    super('request', details, REQUEST, ' Nothing was sent.');
  }

  /** Recognises an `InvalidRequestError`, also one of another copy of this package. */
  static is(value: unknown): value is InvalidRequestError {
    return typeof value === 'object' && value !== null && REQUEST in value;
  }
}

/** An amount breaks a rule. Thrown by `money` and `formatMajor`; names the rule, never the value. */
export class InvalidAmountError extends InvalidInputError {
  override readonly name = 'InvalidAmountError';

  constructor(details: InvalidInputDetails) {
    super('amount', details, AMOUNT);
  }

  /** Recognises an `InvalidAmountError`, also one of another copy of this package. */
  static is(value: unknown): value is InvalidAmountError {
    return typeof value === 'object' && value !== null && AMOUNT in value;
  }
}

/**
 * The options of a provider or a transport break a rule. Thrown by the factory; names each path and rule, never a
 * value.
 */
export class InvalidOptionsError extends InvalidInputError {
  override readonly name = 'InvalidOptionsError';

  constructor(details: InvalidInputDetails) {
    super('options', details, OPTIONS);
  }

  /** Recognises an `InvalidOptionsError`, also one of another copy of this package. */
  static is(value: unknown): value is InvalidOptionsError {
    return typeof value === 'object' && value !== null && OPTIONS in value;
  }
}
