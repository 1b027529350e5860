import type { Capabilities, UnknownReason } from '@capture/core';
import type { Amount, SandboxCapture, SignatureParts } from './api.ts';

/** One observation of a run. Events come in the order in which things happened. */
export type RunEvent =
  | CheckedEvent
  | FieldsEvent
  | SignatureEvent
  | RequestEvent
  | WireEvent
  | ResponseEvent
  | ResultEvent
  | TruthEvent
  | LookupEvent
  | ResolutionEvent;

/** The library accepted the request. */
export interface CheckedEvent {
  readonly kind: 'checked';
  /** The id by which the server knows the run. */
  readonly run: string;
  readonly values: readonly NamedValue[];
  /** True if the library generated the reference. */
  readonly generatedReference: boolean;
}

/** A name and its value, for display. */
export interface NamedValue {
  readonly name: string;
  readonly value: string;
}

/** The request in the provider's field names. */
export interface FieldsEvent {
  readonly kind: 'fields';
  readonly encoding: string;
  readonly values: readonly NamedValue[];
}

/** The authentication of the request. */
export interface SignatureEvent {
  readonly kind: 'signature';
  /** Absent where a header authenticates the request. */
  readonly signature?: SignatureParts;
  readonly authentication: Capabilities['authentication'];
}

/** The request was handed to the transport. */
export interface RequestEvent {
  readonly kind: 'request';
  readonly method: string;
  readonly url: string;
  readonly headers: readonly NamedValue[];
  readonly body?: string;
}

/** The phase that the request reached. `waiting` comes first, one of the others after it. */
export interface WireEvent {
  readonly kind: 'wire';
  readonly phase: 'waiting' | 'responded' | 'unsent' | 'in-doubt' | 'unreadable';
  readonly milliseconds: number;
  readonly deadline: number;
}

/** A complete response arrived. */
export interface ResponseEvent {
  readonly kind: 'response';
  readonly status: number;
  readonly headers: readonly NamedValue[];
  readonly body: string;
  /** The paths in a JSON body that the library read: `result.status`. */
  readonly read: readonly string[];
}

/** The status of a capture result. */
export type Status = 'captured' | 'pending' | 'declined' | 'unsent' | 'unknown';

/** A comparison of the response with the request. */
export interface EvidenceCheck {
  readonly field: string;
  readonly expected: string;
  readonly found: string;
  readonly agrees: boolean;
}

/** The result of the capture. */
export interface ResultEvent {
  readonly kind: 'result';
  readonly status: Status;
  readonly requested: Amount;
  /** True for a live payment, false for a test; absent where neither the response nor the host shows it. */
  readonly live?: boolean;
  readonly reported?: Amount;
  readonly amountCheck?: string;
  readonly captureId?: string;
  readonly reference?: string;
  readonly reason?: UnknownReason;
  readonly nextAction?: string;
  readonly checks: readonly EvidenceCheck[];
  readonly error?: ErrorDetails;
  /** The keys of a lookup; absent where the outcome is final. */
  readonly lookup?: readonly NamedValue[];
  /** The whole result as `JSON.stringify` writes it. */
  readonly json: string;
}

/** The error of a result. */
export interface ErrorDetails {
  readonly code: string;
  readonly category: string;
  readonly message: string;
  readonly advice: string;
  readonly moneyMoved: 'no' | 'unknown';
  readonly providerCode?: string;
  readonly providerMessage?: string;
}

/** The captures that the run added to the sandbox, compared with the result. */
export interface TruthEvent {
  readonly kind: 'truth';
  /** As they were when the run ended: a pending one may change afterwards. */
  readonly captures: readonly SandboxCapture[];
  readonly agrees: boolean;
  readonly description: string;
}

/** One lookup of the outcome. */
export interface LookupEvent {
  readonly kind: 'lookup';
  readonly attempt: number;
  readonly status: string;
  readonly decides: boolean;
  /** As in {@link ResultEvent}. */
  readonly live?: boolean;
  readonly checks: readonly EvidenceCheck[];
  readonly httpStatus?: number;
  readonly error?: ErrorDetails;
  /** The captures that may be the requested one, where the lookup cannot tell: name is the id. */
  readonly candidates: readonly NamedValue[];
}

/** The end of a series of lookups. */
export interface ResolutionEvent {
  readonly kind: 'resolution';
  readonly status: 'captured' | 'declined' | 'undecided';
  readonly attempts: number;
  readonly ended: string;
  readonly description: string;
  /** Absent outside the sandbox, and for an undecided outcome unless an earlier run captured what was looked up. */
  readonly truth?: OutcomeTruth;
}

/** The outcome of the lookups, compared with the sandbox. */
export interface OutcomeTruth {
  readonly agrees: boolean;
  /** The capture of an earlier run that has the reference or authorization that was looked up. */
  readonly earlier?: SandboxCapture;
  readonly description: string;
}
