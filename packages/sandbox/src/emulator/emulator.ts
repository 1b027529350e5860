import type { EmulatorRequest, EmulatorResponse } from './http-types.ts';
import type { JsonObject } from './json.ts';
import type { BodyType } from './read-body.ts';
import type { Ids } from '../state/ids.ts';
import type { Authorization, Capture, Ledger } from '../state/ledger.ts';
import type { Rejection } from './rejection.ts';
import type { ProviderName } from '../state/provider-names.ts';

/** What a call does: faults and counts are per operation. */
export type Operation = 'capture' | 'lookup';

/** What an emulator works with: state, ids and time. Nothing else exists for it. */
export interface EmulatorContext {
  readonly ledger: Ledger;
  readonly ids: Ids;
  readonly now: () => Date;
  /** Whether a look-up of an authorization shows that it was captured; see `SandboxOptions.lookupShowsLaterCaptures`. */
  readonly lookupShowsLaterCaptures: boolean;
}

/** A notification before it is queued: exactly these bytes and headers are what a receiver has to verify. */
export interface NotificationDraft {
  /** Where the provider was asked to send it, if it was. */
  readonly url?: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Signs with the sandbox's RSA key (PKCS#1 v1.5, SHA-256); the signature in base64. */
export type Sign = (body: string) => string;

/** One provider: a plain object, so that a new one is a folder and an entry in `providers/index.ts`. */
export interface Emulator {
  readonly provider: ProviderName;
  /** Between `/<provider>` and the paths of the page; part of the base URL that a client is given. */
  readonly basePath: string;
  /** The base URLs that the provider documents; `*` is one label of a host name. */
  readonly documentedBaseUrls: readonly string[];
  /** The content type of a request with a body. */
  readonly bodyType: BodyType;
  /** Authorizations that exist from the start, so that the page's example runs as printed. */
  readonly samples: readonly Pick<Authorization, 'id' | 'amount' | 'reference'>[];
  /** The first capture ends an authorization. Absent where nothing is authorized beforehand. */
  readonly authorizations?: { readonly singleCapture: boolean; readonly newId: (ids: Ids) => string };
  /** Which operation the call is; `undefined` for a path or method that is not documented. */
  readonly operation: (call: EmulatorRequest) => Operation | undefined;
  /** Checks, decides and records a capture. Throws a `Rejection` to refuse it. */
  readonly capture: (call: EmulatorRequest, context: EmulatorContext) => EmulatorResponse;
  /** Answers what is known. Throws a `Rejection` to refuse the call. */
  readonly lookup: (call: EmulatorRequest, context: EmulatorContext) => EmulatorResponse;
  /** A refusal in the provider's own words. */
  readonly reject: (rejection: Rejection, call: EmulatorRequest) => EmulatorResponse;
  /** The same answer with another amount in it. */
  readonly otherAmount: (body: JsonObject) => JsonObject;
  /** The same answer with an inner and an outer status that contradict each other. */
  readonly contradict: (body: JsonObject) => JsonObject;
  /** The notification of a capture; `undefined` if none was asked for. Absent where the provider documents none. */
  readonly notification?: (capture: Capture, context: EmulatorContext, sign: Sign) => NotificationDraft | undefined;
}
