/** What the page and its server tell each other. Types only: plain JSON, nothing secret. */
import type { RequestField } from '../providers/request-field.ts';

export type { RequestField };

/** What the page is told at the start. */
export interface Catalog {
  readonly providers: readonly ProviderInfo[];
  readonly faults: readonly { readonly name: string; readonly description: string; readonly moneyMoves: boolean }[];
  /** The digits after the decimal point of every currency. */
  readonly currencies: Readonly<Record<string, number>>;
  /** Published test numbers: the only ones that the sandbox takes. */
  readonly testCards: readonly string[];
  /** Whether the process was started with `--live`. */
  readonly live: boolean;
  /** How long a client of the sandbox waits for an answer, in milliseconds. */
  readonly sandboxTimeout: number;
}

export interface ProviderInfo {
  readonly id: string;
  readonly title: string;
  readonly fields: readonly DescribedField[];
  readonly sample: FormValues;
  readonly capabilities: Readonly<Record<string, unknown>>;
  readonly signs: boolean;
  readonly notifies: boolean;
  readonly live: LiveAccount;
}

export type DescribedField = RequestField & { readonly name: string };

/** Whether a real account can be used, and what would be needed: names of variables, never values. */
export interface LiveAccount {
  readonly ready: boolean;
  readonly variables: readonly { readonly name: string; readonly set: boolean }[];
}

/** What is typed in the form, by the path of the field: `amount`, `amount.currency`, `card.number`. */
export type FormValues = Readonly<Record<string, string>>;

export type TargetName = 'sandbox' | 'live';

export interface CaptureRequest {
  readonly provider: string;
  readonly values: FormValues;
  readonly target: TargetName;
  readonly fault?: string;
  /** Live only: the amount once more, typed by hand. */
  readonly confirm?: string;
}

/** A field that the library refused. */
export interface Issue {
  readonly path: string;
  readonly rule: string;
}

export interface Amount {
  readonly minor: number;
  readonly currency: string;
  /** In major units with all the currency's digits. */
  readonly text: string;
}

export interface SandboxState {
  readonly authorizations: readonly SandboxAuthorization[];
  readonly captures: readonly SandboxCapture[];
  readonly notifications: readonly SandboxNotification[];
}

export interface SandboxAuthorization {
  readonly provider: string;
  readonly id: string;
  readonly reference?: string;
  readonly amount: Amount;
  readonly captured: Amount;
  readonly remaining: Amount;
  readonly state: string;
}

export interface SandboxCapture {
  readonly provider: string;
  readonly captureId: string;
  readonly authorizationId?: string;
  readonly reference?: string;
  readonly amount: Amount;
  readonly state: 'captured' | 'pending' | 'declined';
  readonly at: string;
}

export interface SandboxNotification {
  readonly id: string;
  readonly provider: string;
  readonly captureId: string;
  readonly state: string;
  readonly deliveries: readonly DeliveryReport[];
}

export type DeliveryMode = 'as it is' | 'late' | 'twice' | 'corrupted';

/** What a receiver of a notification got, and what the library said of it. */
export interface DeliveryReport {
  readonly mode: DeliveryMode;
  readonly verdict: 'verified' | 'refused' | 'unverifiable';
  readonly description: string;
}

/** The answer of the signature lab. */
export interface SignatureResponse {
  readonly matches: boolean;
  readonly found: boolean;
  readonly summary: string;
  readonly mistakes: readonly string[];
  readonly alternatives: readonly (readonly string[])[];
  readonly searched: number;
  readonly complete: boolean;
  readonly ours: SignatureParts;
}

/** A signature taken apart. */
export interface SignatureParts {
  readonly algorithm: string;
  readonly fields: readonly { readonly name: string; readonly value: string }[];
  readonly leftOut: readonly { readonly name: string; readonly why: string }[];
  /** The text that is signed in pieces; `field` is the name of the field that it comes from. */
  readonly pieces: readonly { readonly text: string; readonly field?: string }[];
  /** Absent where it must not be seen. */
  readonly digest?: string;
}

export interface Problem {
  readonly code: string;
  readonly message: string;
  readonly issues?: readonly Issue[];
}
