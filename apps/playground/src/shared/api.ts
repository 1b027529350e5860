/** The contract between the page and its server. Types only: plain JSON, nothing secret. */
import type { Capabilities } from '@capture/core';
import type { RequestField } from '../providers/request-field.ts';

/** Everything that the page needs before the first capture. */
export interface Catalog {
  readonly providers: readonly ProviderInfo[];
  readonly faults: readonly Fault[];
  /** The minor-unit exponent of every currency. */
  readonly currencies: Readonly<Record<string, number>>;
  /** The published test card numbers, the only ones that the sandbox accepts. */
  readonly testCards: readonly string[];
  /** True if the process was started with `--live`. */
  readonly live: boolean;
  /** Milliseconds that a client of the sandbox waits for a response. */
  readonly sandboxTimeout: number;
}

/** A fault of the sandbox that a capture can be sent with. */
export interface Fault {
  readonly name: string;
  readonly description: string;
  readonly moneyMoves: boolean;
}

/** A provider as the page shows it. */
export interface ProviderInfo {
  readonly id: string;
  readonly title: string;
  readonly fields: readonly DescribedField[];
  /** The sample of the provider's page as the values of its form. */
  readonly sample: FormValues;
  readonly capabilities: Capabilities;
  /** True if it signs the body of a request. */
  readonly signs: boolean;
  /** True if it sends signed notifications. */
  readonly notifies: boolean;
  /** The field that a request must have for a notification; absent where every capture is notified. */
  readonly notificationField?: string;
  /** True if the emulator leaves a capture pending whose reference is `pending` or starts with `pending-`. */
  readonly pendingReferences: boolean;
  readonly live: LiveAccount;
}

/** A field of a request with its name. */
export type DescribedField = RequestField & { readonly name: string };

/** The readiness of a live account: the names of the environment variables that it needs, never their values. */
export interface LiveAccount {
  readonly ready: boolean;
  readonly variables: readonly { readonly name: string; readonly set: boolean }[];
}

/** Typed values by the path of the field: `amount`, `amount.currency`, `card.number`. */
export type FormValues = Readonly<Record<string, string>>;

/** The local emulator of a provider, or its real endpoint. */
export type TargetName = 'sandbox' | 'live';

/** A capture as the page requests it. */
export interface CaptureRequest {
  readonly provider: string;
  readonly values: FormValues;
  readonly target: TargetName;
  readonly fault?: string;
  /** Live only: the amount, typed once more by hand. */
  readonly confirm?: string;
}

/** A field that is refused, and the rule that it breaks. The value is never repeated. */
export interface Issue {
  readonly path: string;
  readonly rule: string;
}

/** An amount of money, in minor and in major units. */
export interface Amount {
  readonly minor: number;
  readonly currency: string;
  /** In major units with all decimals of the currency. */
  readonly major: string;
}

/** Everything that the sandbox holds. */
export interface SandboxState {
  readonly authorizations: readonly SandboxAuthorization[];
  readonly captures: readonly SandboxCapture[];
  readonly notifications: readonly SandboxNotification[];
}

/** Reserved funds in the sandbox. */
export interface SandboxAuthorization {
  readonly provider: string;
  readonly id: string;
  readonly reference?: string;
  readonly amount: Amount;
  readonly captured: Amount;
  readonly remaining: Amount;
  readonly state: string;
}

/** A capture as the sandbox recorded it, whatever was responded to it. */
export interface SandboxCapture {
  readonly provider: string;
  readonly captureId: string;
  /** Absent where a card was charged directly. */
  readonly authorizationId?: string;
  readonly reference?: string;
  readonly amount: Amount;
  readonly state: 'captured' | 'pending' | 'declined';
  readonly at: string;
}

/** A notification that the sandbox can deliver, and its deliveries so far. */
export interface SandboxNotification {
  readonly id: string;
  readonly provider: string;
  readonly captureId: string;
  readonly state: string;
  readonly deliveries: readonly DeliveryReport[];
}

/** A way to deliver a notification. */
export type DeliveryMode = 'unchanged' | 'late' | 'twice' | 'tampered';

/** A delivered notification and the verdict of the library on it. */
export interface DeliveryReport {
  readonly mode: DeliveryMode;
  readonly verdict: 'verified' | 'refused' | 'unverifiable';
  readonly description: string;
}

/** The explanation of a pasted signature. */
export interface SignatureResponse {
  readonly matches: boolean;
  readonly found: boolean;
  readonly summary: string;
  readonly mistakes: readonly string[];
  /** Other mistakes that reproduce the same signature. */
  readonly alternatives: readonly (readonly string[])[];
  /** The number of signatures that were tried. */
  readonly searched: number;
  /** False if the search stopped at its limit. */
  readonly complete: boolean;
  readonly correct: SignatureParts;
}

/** A signature taken apart. */
export interface SignatureParts {
  readonly algorithm: string;
  readonly fields: readonly { readonly name: string; readonly value: string }[];
  readonly leftOut: readonly { readonly name: string; readonly why: string }[];
  /** The signed string in pieces; `field` is the name of the field that contributed the piece. */
  readonly pieces: readonly { readonly text: string; readonly field?: string }[];
  /** Absent where it must not be seen. */
  readonly digest?: string;
}

/** An error of the server in a code and a message, with the fields that are at fault. */
export interface Problem {
  readonly code: string;
  readonly message: string;
  readonly issues?: readonly Issue[];
}
