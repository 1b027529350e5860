import { ERROR_CODES, type ErrorCategory, type ErrorCode } from './error-codes.ts';
import { ERROR_DETAILS, type ErrorDetail } from './error-details.ts';
import { printable } from './printable.ts';

/** Longer ones are cut in the message; `providerCode` and `providerMessage` have all of it. */
const SHOWN_CODE_LENGTH = 64;
const SHOWN_MESSAGE_LENGTH = 200;

/** The details of a {@link CaptureError}. Redact the provider's message before it is passed here. */
export interface CaptureErrorDetails {
  readonly provider: string;
  readonly code: ErrorCode;
  /** Provider code, verbatim from the response. */
  readonly providerCode?: string | undefined;
  /** Provider message, redacted. For people and logs; never branch on it. */
  readonly providerMessage?: string | undefined;
  readonly httpStatus?: number | undefined;
  /** The trouble behind the code, of the closed list. */
  readonly detail?: ErrorDetail | undefined;
  /** The native code behind the detail `transport_misconfigured`. */
  readonly nativeCode?: string | undefined;
  /** The path of the member to which the detail applies. Never its value. */
  readonly path?: string | undefined;
  /** The wait that the response demands, in whole seconds. */
  readonly retryAfter?: number | undefined;
  /** Host and path of the request, redacted, where they may be wrong: the message points to `baseUrl`. */
  readonly address?: string | undefined;
  /** Advice of the provider's package for the code: it names the options to check. */
  readonly ownAdvice?: string | undefined;
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
 * only. It has no `cause`: errors of `fetch` and of HTTP clients print the card number and the credentials; `detail`
 * has their meaning. Recognise it with {@link CaptureError.is}, which also knows errors of another copy of this
 * package; `instanceof` does not.
 *
 * Message and stack are safe to print: of the provider's code they show at most 64 characters and of its message 200,
 * control and format characters escaped. `providerCode` and `providerMessage` are data, redacted and otherwise as the
 * provider wrote them: JSON escapes most of what a terminal obeys, `printable` all of it.
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
  /** Provider code, verbatim from the response. Write it to a terminal through `printable` only. */
  readonly providerCode: string | undefined;
  /** Provider message, redacted. Write it to a terminal through `printable` only. */
  readonly providerMessage: string | undefined;
  readonly httpStatus: number | undefined;
  /** The trouble behind the code, where it is known: one of the closed list `ERROR_DETAILS`. */
  readonly detail: ErrorDetail | undefined;
  /** The native code behind the detail `transport_misconfigured`, such as `UND_ERR_INVALID_ARG`: its name alone. */
  readonly nativeCode: string | undefined;
  /** The path of the member of the response to which `detail` applies. Never its value. */
  readonly path: string | undefined;
  /** The wait that the response demands before the next request (`Retry-After`), in whole seconds from 0 to a day. */
  readonly retryAfter: number | undefined;

  constructor(details: CaptureErrorDetails, outcome: string, facts: { retriable: boolean; advice: string }) {
    const { category, meaning } = ERROR_CODES[details.code];
    super(`${details.provider}: ${outcome}: ${meaning}${describe(details)} ${facts.advice}`);
    this.provider = details.provider;
    this.code = details.code;
    this.category = category;
    this.retriable = facts.retriable;
    this.advice = facts.advice;
    this.providerCode = details.providerCode;
    this.providerMessage = details.providerMessage;
    this.httpStatus = details.httpStatus;
    this.detail = details.detail;
    this.nativeCode = details.nativeCode;
    this.path = details.path;
    this.retryAfter = details.retryAfter;
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
    const advice = details.ownAdvice ?? ERROR_CODES[details.code].advice;
    super(details, 'declined', { retriable: details.code === 'rate_limited', advice });
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
    super(details, 'outcome unknown', { retriable: false, advice: safeAdvice(details) });
    mark(this, markers.unknown);
  }

  static override is(value: unknown): value is UnknownOutcomeError {
    return isMarked(value, markers.unknown);
  }
}

/** Advice where money may have moved: never one that invites to send again. */
function safeAdvice({ code, advice: next, ownAdvice: own }: CaptureErrorDetails): string {
  const { advice, category } = ERROR_CODES[code];
  const lookUp = next ?? ERROR_CODES.timeout.advice;
  if (own !== undefined || category === 'credentials') return `${own ?? advice} ${lookUp}`;
  return next === undefined && advice.startsWith(lookUp) ? advice : lookUp;
}

/** The part of a message that depends on this error: the provider's words, the detail, the address. */
function describe({
  code,
  providerCode,
  providerMessage,
  detail,
  nativeCode,
  path,
  address,
}: CaptureErrorDetails): string {
  const named = nativeCode ?? path;
  const member = named === undefined ? '' : ` (${named})`;
  const trouble = detail === undefined ? '' : `: ${ERROR_DETAILS[detail].meaning}${member}`;
  const foreign = ERROR_CODES[code].category === 'response' || detail === 'html_page';
  const question = address !== undefined && foreign ? ` Is baseUrl right? The request went to ${address}.` : '';
  return `${trouble}${describeProvider(providerCode, providerMessage)}.${question}`;
}

/** The provider's own words, which are of interest to people only. */
function describeProvider(code: string | undefined, message: string | undefined): string {
  const words = message === undefined ? '' : printable(message, SHOWN_MESSAGE_LENGTH);
  if (code === undefined) return message === undefined ? '' : ` (provider: ${words})`;
  return ` (provider code ${printable(code, SHOWN_CODE_LENGTH)}${message === undefined ? '' : `: ${words}`})`;
}

function mark(error: Error, marker: symbol): void {
  Object.defineProperty(error, marker, { value: true });
}

function isMarked(value: unknown, marker: symbol): boolean {
  return typeof value === 'object' && value !== null && marker in value;
}
