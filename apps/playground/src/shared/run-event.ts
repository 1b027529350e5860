import type { Amount, SandboxCapture, SignatureParts } from './api.ts';

/** One thing that happened in a run, in the order in which it happened. */
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

/** The request as the library took it. */
export interface CheckedEvent {
  readonly kind: 'checked';
  readonly run: string;
  readonly values: readonly NamedValue[];
  /** Whether the library made the reference itself. */
  readonly generatedReference: boolean;
}

export interface NamedValue {
  readonly name: string;
  readonly value: string;
}

/** The same in the provider's own field names. */
export interface FieldsEvent {
  readonly kind: 'fields';
  readonly encoding: string;
  readonly values: readonly NamedValue[];
}

export interface SignatureEvent {
  readonly kind: 'signature';
  /** Absent where a header proves who asks. */
  readonly signature?: SignatureParts;
  readonly authentication: string;
}

export interface RequestEvent {
  readonly kind: 'request';
  readonly method: string;
  readonly url: string;
  readonly headers: readonly NamedValue[];
  readonly body?: string;
}

/** How far the request got. `waiting` comes first, one of the others after it. */
export interface WireEvent {
  readonly kind: 'wire';
  readonly phase: 'waiting' | 'answered' | 'unsent' | 'in-doubt' | 'unreadable';
  readonly milliseconds: number;
  readonly deadline: number;
}

export interface ResponseEvent {
  readonly kind: 'response';
  readonly status: number;
  readonly headers: readonly NamedValue[];
  readonly body: string;
  /** The paths in a JSON body that the library read: `result.status`. */
  readonly read: readonly string[];
}

export type Status = 'captured' | 'pending' | 'declined' | 'unsent' | 'unknown';

export interface EvidenceCheck {
  readonly field: string;
  readonly expected: string;
  readonly found: string;
  readonly agrees: boolean;
}

export interface ResultEvent {
  readonly kind: 'result';
  readonly status: Status;
  readonly requested: Amount;
  readonly reported?: Amount;
  readonly amountCheck?: string;
  readonly captureId?: string;
  readonly reference?: string;
  readonly stage?: string;
  readonly nextAction?: string;
  readonly checks: readonly EvidenceCheck[];
  readonly error?: ErrorDetails;
  /** Whether `settle` can be run on it, and what it would ask with. */
  readonly lookup?: readonly NamedValue[];
  /** The whole result as `JSON.stringify` writes it. */
  readonly json: string;
}

export interface ErrorDetails {
  readonly code: string;
  readonly category: string;
  readonly message: string;
  readonly advice: string;
  readonly moneyMoved: 'no' | 'unknown';
  readonly providerCode?: string;
  readonly providerMessage?: string;
}

/** What the sandbox knows, beside the verdict. */
export interface TruthEvent {
  readonly kind: 'truth';
  /** As they were when the run ended: a pending one may change afterwards. */
  readonly captures: readonly SandboxCapture[];
  readonly agrees: boolean;
  readonly description: string;
}

export interface LookupEvent {
  readonly kind: 'lookup';
  readonly attempt: number;
  readonly status: string;
  readonly decides: boolean;
  readonly checks: readonly EvidenceCheck[];
  readonly httpStatus?: number;
  readonly error?: ErrorDetails;
}

export interface ResolutionEvent {
  readonly kind: 'resolution';
  readonly status: 'captured' | 'declined' | 'undecided';
  readonly attempts: number;
  readonly ended: string;
  readonly description: string;
}
