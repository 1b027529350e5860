import { ERROR_CODES, type ErrorCategory, type ErrorCode } from './error-codes.ts';

/** The details of a {@link CaptureError}. Redact the provider's message before it is passed here. */
export interface CaptureErrorDetails {
  readonly provider: string;
  readonly code: ErrorCode;
  /** Provider code, verbatim from the response. */
  readonly providerCode?: string | undefined;
  /** Provider message, redacted. For people and logs; never branch on it. */
  readonly providerMessage?: string | undefined;
  readonly httpStatus?: number | undefined;
  /** The next step, where it is more than that of the code. Of an unknown outcome only. */
  readonly advice?: string | undefined;
}

/**
 * The members of a {@link CaptureError}, its name and its message as plain data. They stay where an error would lose
 * its members: in a structured clone, in a message to a worker, in JSON.
 */
export type ErrorData<E extends CaptureError = CaptureError> = Readonly<Omit<E, 'toJSON' | 'stack' | 'cause'>>;

const markers = {
  base: Symbol.for('@capture/core/CaptureError'),
  declined: Symbol.for('@capture/core/DeclinedError'),
  unsent: Symbol.for('@capture/core/UnsentError'),
  unknown: Symbol.for('@capture/core/UnknownOutcomeError'),
} as const;

/**
 * The reason for which a capture is not `captured` or `pending`. Comes as `result.error`; thrown by `acceptedOrThrow`
 * only. It has no `cause`: errors of `fetch` and of HTTP clients print the card number and the credentials. Recognise
 * it with {@link CaptureError.is}, which also knows errors of another copy of this package; `instanceof` does not.
 */
export abstract class CaptureError extends Error {
  readonly provider: string;
  readonly code: ErrorCode;
  readonly category: ErrorCategory;
  /** `no`: no money was moved. `unknown`: money may have moved. */
  abstract readonly moneyMoved: 'no' | 'unknown';
  /** True where the same capture may be sent again as it is. Never `true` where money may have moved. */
  readonly retriable: boolean;
  /** The next step, in a sentence. */
  readonly advice: string;
  readonly providerCode: string | undefined;
  readonly providerMessage: string | undefined;
  readonly httpStatus: number | undefined;

  constructor(details: CaptureErrorDetails, outcome: string, facts: { retriable: boolean; advice?: string }) {
    const { category, meaning, advice } = ERROR_CODES[details.code];
    const named = details.providerCode === undefined ? '' : ` (provider code ${details.providerCode})`;
    super(`${details.provider}: ${outcome}: ${meaning}${named}. ${facts.advice ?? advice}`);
    this.provider = details.provider;
    this.code = details.code;
    this.category = category;
    this.retriable = facts.retriable;
    this.advice = facts.advice ?? advice;
    this.providerCode = details.providerCode;
    this.providerMessage = details.providerMessage;
    this.httpStatus = details.httpStatus;
    mark(this, markers.base);
  }

  /** Recognises a `CaptureError`, also one of another copy of this package. */
  static is(value: unknown): value is CaptureError {
    return isMarked(value, markers.base);
  }

  /** Everything that matters as plain data, the provider's code and message included: the `errorData` of a result. */
  toJSON(): ErrorData<this> {
    return Object.assign({}, this, { name: this.name, message: this.message });
  }
}

/** The provider understood the request and declined. No money was moved by this request. */
export class DeclinedError extends CaptureError {
  override readonly name = 'DeclinedError';
  readonly moneyMoved = 'no';

  constructor(details: CaptureErrorDetails) {
    super(details, 'declined', { retriable: details.code === 'rate_limited' });
    mark(this, markers.declined);
  }

  static override is(value: unknown): value is DeclinedError {
    return isMarked(value, markers.declined);
  }
}

/** No byte of the request was written, which is proven. No money was moved. */
export class UnsentError extends CaptureError {
  override readonly name = 'UnsentError';
  readonly moneyMoved = 'no';

  constructor(details: CaptureErrorDetails) {
    const safeToRepeat = details.code !== 'tls_failed';
    super(details, 'not sent', {
      retriable: safeToRepeat,
      advice: ERROR_CODES[safeToRepeat ? 'connection_failed' : 'tls_failed'].advice,
    });
    mark(this, markers.unsent);
  }

  static override is(value: unknown): value is UnsentError {
    return isMarked(value, markers.unsent);
  }
}

/** Money may have moved. Look the payment up; never capture again on your own. */
export class UnknownOutcomeError extends CaptureError {
  override readonly name = 'UnknownOutcomeError';
  readonly moneyMoved = 'unknown';

  constructor(details: CaptureErrorDetails) {
    const { advice } = ERROR_CODES[details.code];
    const safeAdvice = advice.startsWith('Do not') ? advice : ERROR_CODES.timeout.advice;
    super(details, 'outcome unknown', { retriable: false, advice: details.advice ?? safeAdvice });
    mark(this, markers.unknown);
  }

  static override is(value: unknown): value is UnknownOutcomeError {
    return isMarked(value, markers.unknown);
  }
}

function mark(error: Error, marker: symbol): void {
  Object.defineProperty(error, marker, { value: true });
}

function isMarked(value: unknown, marker: symbol): boolean {
  return typeof value === 'object' && value !== null && marker in value;
}
