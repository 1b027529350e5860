import type {
  CallOptions,
  CaptureOptions,
  Capabilities,
  CaptureResult,
  Environment,
  Environments,
  ErrorCode,
  Fetch,
  ClientHooks,
  LookupKeys,
  LookupResult,
  Money,
  PreparedRequest,
  PrepareOptions,
  Transport,
  WebhookClient,
  WireRequest,
} from '@capture/core';

/** Credentials by the name of their option. */
export type Credentials = Readonly<Record<string, string>>;

/** The options that the kit sets when it creates a client. Others, like a merchant id, are the subject's own. */
export interface KitOptions {
  readonly baseUrl: string;
  /** Set only where the subject has `environments`, and `baseUrl` is undefined then in some clauses. */
  readonly environment?: Environment;
  readonly expect?: Environment;
  readonly timeout?: number;
  readonly fetch?: Fetch;
  readonly transport?: Transport;
  readonly hooks?: ClientHooks;
}

/**
 * A client under test. `never` admits clients with any type of request; the kit calls them with the subject's sample.
 */
export interface ClientUnderTest {
  readonly provider: string;
  readonly capabilities: Capabilities;
  capture(request: never, options?: CaptureOptions): Promise<CaptureResult>;
  prepare(request: never, options?: PrepareOptions): PreparedRequest;
  lookup?(keys: LookupKeys, options?: CallOptions): Promise<LookupResult>;
  readonly webhook?: WebhookClient['webhook'];
}

/** A caller's request, as plain data. */
export type SampleRequest = Readonly<Record<string, unknown>> & { readonly amount: Money };

/** A request that the server received, with everything that is needed to write the provider's response. */
export interface ReceivedRequest {
  readonly amount: Money;
  /** The amount in major units, as a decimal string: `23.02`. */
  readonly major: string;
  readonly authorizationId: string;
  readonly reference: string;
  /** The caller's request. */
  readonly request: SampleRequest;
  /** The request as it was received. */
  readonly wire: WireRequest;
}

/** A response of the provider. */
export interface SampleResponse {
  /** 200 by default. */
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Is sent as JSON. */
  readonly body: unknown;
}

/**
 * Writes the response to a request. It must take everything that the provider repeats from `received`: the kit passes
 * other amounts and ids, too.
 */
export type Respond = (received: ReceivedRequest) => SampleResponse;

/** A documented response, by name. */
export interface NamedResponse {
  readonly name: string;
  /** The code of the result's error, where it matters. Required for a decline. */
  readonly code?: ErrorCode;
  readonly response: Respond;
}

/** The documented request. Names of body fields are dotted paths: `capture_info.amount`. */
export interface WireForm {
  readonly method: 'GET' | 'POST';
  /**
   * The path after the base URL: `/payments/{authorizationId}/capture`. Names in braces are fields of the caller's
   * request.
   */
  readonly path: string;
  readonly body: 'json' | 'form';
  /** The field that carries the amount. */
  readonly amount: string;
  /** The field that carries the currency, if any. */
  readonly currency?: string;
  /**
   * Fields of the caller's request (dotted) that are sent unchanged, and their body fields:
   * `{ reference: 'merchant_trx_id' }`.
   */
  readonly fields: Readonly<Record<string, string>>;
}

/** The fields (dotted) of a response that decide. No other one may change what becomes of it. */
export interface DecidingFields {
  /** Fields without which it proves nothing: those of success, of the payment, of amount and currency. */
  readonly decisive: readonly string[];
  /** Fields that the provider may omit, and that must agree where they are present. */
  readonly compared?: readonly string[];
  /** Fields that the sample lacks, and that must agree where the provider adds them: each with a value that does. */
  readonly added?: Readonly<Record<string, unknown>>;
}

/** The responses of the provider, and the fields that decide about `captured`. */
export interface SampleResponses extends DecidingFields {
  /** A clear success: the money was captured. */
  readonly captured: Respond;
  /** Accepted and not final, where the provider has such a state. */
  readonly pending?: Respond;
  /** Clear refusals: no money was moved. */
  readonly declined: readonly (NamedResponse & { readonly code: ErrorCode })[];
  /** Inconclusive responses, documented or likely: unknown statuses, errors, hints at an earlier capture. */
  readonly unknown: readonly NamedResponse[];
  /** Responses that contradict themselves. */
  readonly contradictions: readonly NamedResponse[];
  /** The field of `captured` that carries the capture id. */
  readonly captureId: string;
  /** The field of `captured` that reports the amount, where the provider reports it. */
  readonly amount?: string;
  /** Among those that decide: fields that the provider writes in several ways, with the equality of two values. */
  readonly equivalent?: Readonly<Record<string, (found: string, expected: string) => boolean>>;
  /** Where a response states whether it is about a live payment. */
  readonly environment?: EnvironmentForm;
  /** Fields of the caller's request that `captured` repeats, so that a response about another payment is noticed. */
  readonly repeats: readonly string[];
}

/** The statement of a response about its environment. */
export interface EnvironmentForm {
  /** The field that makes the statement, in a body that has the object around it. */
  readonly field: string;
  /** Its value for a live payment. */
  readonly live: unknown;
  /** Its value for a test. */
  readonly sandbox: unknown;
}

/** A signature in the body. */
export interface SignatureForm {
  /** The body field that carries the signature. */
  readonly field: string;
  /** Body fields that the signature does not cover. */
  readonly unsigned?: readonly string[];
  /**
   * Verifies as the provider's server does. Write it from the documentation, not from the client: then they check each
   * other.
   */
  readonly verify: (wire: WireRequest) => boolean;
}

/** A way to look a payment up. */
export interface SampleLookup {
  /** `by reference` */
  readonly name: string;
  readonly keys: LookupKeys;
  /** The documented request. */
  readonly method: 'GET' | 'POST';
  readonly path: string;
  /** Responses of the provider, each with the expected status of the result. */
  readonly responses: readonly {
    readonly name: string;
    readonly expected: LookupResult['status'];
    readonly response: SampleResponse;
  }[];
  /** The fields that decide about the first response that is expected to be `captured`. Required where there is one. */
  readonly deciding?: DecidingFields;
  /** The field of these responses that states the environment, where it has another path than in a capture's. */
  readonly environmentField?: string;
  /** Responses that would be `captured` if they were not about another payment or another amount. */
  readonly others?: readonly { readonly name: string; readonly response: SampleResponse }[];
}

/** A notification as it is received. */
export interface SignedNotification {
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** The notifications of the provider. */
export interface NotificationForm {
  /** A genuine notification that the payment was captured. */
  readonly captured: () => SignedNotification;
  /** The fields that decide about it. */
  readonly deciding: DecidingFields;
  /** The field that reports the amount. */
  readonly amount: string;
  /** Signs another body as the provider would. A signature in the body is replaced. */
  readonly sign: (body: string) => SignedNotification;
  /** The same, signed with another key. */
  readonly forged: () => SignedNotification;
  /** A genuine notification that states an environment, where notifications do. */
  readonly stating?: (environment: Environment) => SignedNotification;
  /** The header or the body field that carries the signature. */
  readonly signature: { readonly header: string } | { readonly field: string };
  /** The credential that verifies notifications only and authenticates no request. */
  readonly credential?: string;
  /** A genuine notification of a capture with this reference, where notifications repeat it. */
  readonly repeating?: (reference: string) => SignedNotification;
  /** Where an RSA public key verifies: the option that takes it, and the genuine key in PEM. */
  readonly publicKey?: { readonly option: string; readonly pem: string };
  /** Genuine notifications about other transactions than captures, such as authorizations and refunds. */
  readonly others?: readonly { readonly name: string; readonly notification: () => SignedNotification }[];
  /** Creates a client without the key for notifications, where that is possible. */
  readonly withoutKey?: (options: KitOptions) => ClientUnderTest;
}

/**
 * A provider and everything that the kit needs to test it: samples, and the responses of the provider's server. What
 * the provider declares is read from the client's `capabilities`.
 */
export interface Subject<C extends Credentials = Credentials> {
  /** The client's `provider`. */
  readonly id: string;
  /** Creates a client from the kit's options and the credentials below. Pass all of them on. */
  create(options: KitOptions & C): ClientUnderTest;
  /**
   * Every secret option. The kit searches for these values in everything that leaves the client: make them distinctive.
   */
  readonly credentials: C;
  /** Credentials that may be omitted. */
  readonly optionalCredentials?: readonly (keyof C & string)[];
  /** A valid request with every field that a caller can set. */
  readonly request: SampleRequest;
  /** The fields (dotted) that a caller must set. */
  readonly required: readonly string[];
  /** The fields that hold secrets: `card.number` and `card.cvv` by default. */
  readonly secrets?: readonly string[];
  /** The published base URLs of its environments, if any: from the documentation, not from the client. */
  readonly environments?: Environments;
  readonly wire: WireForm;
  readonly responses: SampleResponses;
  /** Where `capabilities.authentication` is `body signature`. */
  readonly signature?: SignatureForm;
  /** Where it is a header: each credential header with its exact value. */
  readonly credentialHeaders?: Readonly<Record<string, string>>;
  /** Where `capabilities.lookupBy` is not empty. */
  readonly lookup?: readonly SampleLookup[];
  /** Where `capabilities.webhook` is `signed`. */
  readonly webhook?: NotificationForm;
}

/** A {@link Subject} with any credentials. */
export type AnySubject = Omit<Subject, 'create' | 'optionalCredentials'> & {
  readonly optionalCredentials?: readonly string[];
  create(options: never): ClientUnderTest;
};

/** Types a subject that is defined apart from `describeProvider`. */
export function defineSubject<const C extends Credentials>(subject: Subject<C>): Subject<C> {
  return subject;
}
