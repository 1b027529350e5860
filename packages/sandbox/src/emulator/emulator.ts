import type { Ids } from '../state/ids.ts';
import type { Ledger } from '../state/ledger.ts';
import type { Authorization, Capture } from '../state/transactions.ts';
import type { ProviderName } from '../state/provider-names.ts';
import type { EmulatorRequest, EmulatorResponse } from './http-types.ts';
import type { JsonObject } from './json.ts';
import type { BodyType } from './read-body.ts';
import type { Rejection } from './rejection.ts';

/** The operation of a call: faults and counts are per operation. */
export type Operation = 'authorization' | 'capture' | 'void' | 'refund' | 'lookup';

/** The operations in the order of a payment. */
export const OPERATIONS = [
  'authorization',
  'capture',
  'void',
  'refund',
  'lookup',
] as const satisfies readonly Operation[];

/** The rules for authorizations of a provider. */
export interface AuthorizationRules {
  /** The first capture ends an authorization. */
  readonly singleCapture: boolean;
  readonly newId: (ids: Ids) => string;
}

/** The payment that a request is about, as far as the request names it. */
export interface RequestSubject {
  readonly reference?: string | undefined;
  readonly authorizationId?: string | undefined;
  readonly captureId?: string | undefined;
}

/** The ids that stand in a request. `id` is that of an authorization or of a capture. */
export interface NamedIds extends RequestSubject {
  readonly id?: string | undefined;
}

/** Everything an emulator works with: state, ids and time. */
export interface EmulatorContext {
  readonly ledger: Ledger;
  readonly ids: Ids;
  readonly now: () => Date;
  /** See `SandboxOptions.lookupShowsLaterCaptures`. */
  readonly lookupShowsLaterCaptures: boolean;
  /** See `SandboxOptions.live`. */
  readonly live: boolean;
  /** The address at which a browser reaches the sandbox's own pages. Absent in process. */
  readonly origin?: string | undefined;
}

/** Handles one operation. Throws a `Rejection` to refuse the request. */
export type OperationHandler = (request: EmulatorRequest, context: EmulatorContext) => EmulatorResponse;

/** A notification before it is queued. A receiver verifies exactly this body and these headers. */
export interface NotificationDraft {
  /** The address that was registered for it, if any. */
  readonly url?: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** The response that a provider expects to its notifications, and the times at which it sends one again. */
export interface Acknowledgement {
  /** The reason why a response with this status and body acknowledges nothing, or `undefined`. */
  readonly refusal: (status: number, body: string) => string | undefined;
  /** Minutes after the first attempt at which it is sent again. Absent where no page documents it. */
  readonly resendMinutes?: readonly number[];
}

/** Signs with the sandbox's RSA key (PKCS#1 v1.5, SHA-256); the signature in base64. */
export type Sign = (body: string) => string;

/** The emulator of one provider: a plain object, so that a new one is a folder and an entry in `providers/index.ts`. */
export interface Emulator {
  readonly provider: ProviderName;
  /** The part between `/<provider>` and the documented paths; the client's base URL includes it. */
  readonly basePath: string;
  /** Other paths at which the same API is reached. */
  readonly otherBasePaths?: readonly string[];
  /** The documented base URLs; `*` is one label of a host name. */
  readonly documentedBaseUrls: readonly string[];
  /** The content types of a request with a body. */
  readonly bodyTypes: readonly BodyType[];
  /** Authorizations that exist from the start, so that the documented example runs as printed. */
  readonly samples: readonly Pick<Authorization, 'id' | 'amount' | 'reference'>[];
  /** Absent where there are no authorizations. */
  readonly authorizations?: AuthorizationRules;
  /** The operation of a request; `undefined` for an undocumented path or method. */
  readonly operation: (request: EmulatorRequest) => Operation | undefined;
  /** The ids in a request, which may be wrong in every other respect. For faults and for the log of requests. */
  readonly idsIn: (request: EmulatorRequest) => NamedIds;
  /** Checks, decides and records an authorization. Absent, like the next two, where no public page documents it. */
  readonly authorization?: OperationHandler;
  /** Checks, decides and records a capture. */
  readonly capture: OperationHandler;
  /** Releases an authorization, or cancels a capture. */
  readonly void?: OperationHandler;
  /** Returns a capture, or a part of it. */
  readonly refund?: OperationHandler;
  /** Responds with the known state. */
  readonly lookup: OperationHandler;
  /** The provider's own response to a refused request. */
  readonly reject: (rejection: Rejection, request: EmulatorRequest) => EmulatorResponse;
  /** The same response with another amount. */
  readonly otherAmount: (body: JsonObject) => JsonObject;
  /** The same response with an inner and an outer status that contradict each other. */
  readonly contradict: (body: JsonObject) => JsonObject;
  /** The same response about a live payment. Absent where the provider states neither live nor test. */
  readonly asLive?: (body: JsonObject) => JsonObject;
  /** How notifications are acknowledged. */
  readonly acknowledgement?: Acknowledgement;
  /** The notification of a capture; `undefined` if none was requested. Absent where the provider documents none. */
  readonly notification?: (capture: Capture, context: EmulatorContext, sign: Sign) => NotificationDraft | undefined;
}
