import type {
  CallOptions,
  Capabilities,
  CaptureResult,
  ErrorCode,
  Fetch,
  Hooks,
  LookupKeys,
  LookupResult,
  Money,
  PreparedRequest,
  Transport,
  WebhookClient,
  WireRequest,
} from '@capture/core';

/** Credentials by the name of their option. */
export type Credentials = Readonly<Record<string, string>>;

/** What the kit sets when it makes a client. Everything else (a shop's name, say) is the subject's own. */
export interface KitOptions {
  readonly baseUrl: string;
  readonly timeout?: number;
  readonly fetch?: Fetch;
  readonly transport?: Transport;
  readonly hooks?: Hooks;
}

/** A client as the kit sees it. `never` admits a client with any type of request; the kit itself gives it variations of the sample. */
export interface ClientUnderTest {
  readonly provider: string;
  readonly capabilities: Capabilities;
  capture(request: never, options?: CallOptions): Promise<CaptureResult>;
  prepare(request: never): PreparedRequest;
  lookup?(keys: LookupKeys, options?: CallOptions): Promise<LookupResult>;
  readonly webhook?: WebhookClient['webhook'];
}

/** A request of a caller, as plain data. */
export type SampleRequest = Readonly<Record<string, unknown>> & { readonly amount: Money };

/** What a server was asked: enough to write the answer that the provider would give. */
export interface ReceivedRequest {
  readonly amount: Money;
  /** The amount as decimal text in major units: `23.02`. */
  readonly major: string;
  readonly authorizationId: string;
  readonly reference: string;
  /** The caller's request. */
  readonly request: SampleRequest;
  /** The request as it arrived. */
  readonly wire: WireRequest;
}

/** An answer of the provider. */
export interface SampleResponse {
  /** 200 where absent. */
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Becomes JSON. */
  readonly body: unknown;
}

/** Writes the answer to what was asked. It must follow `asked` in everything that the provider repeats: the kit passes it other amounts and ids, too. */
export type Respond = (asked: ReceivedRequest) => SampleResponse;

/** An answer that the provider documents, by name. */
export interface NamedResponse {
  readonly name: string;
  /** What the result's error must say, where that matters. Demanded of a decline. */
  readonly code?: ErrorCode;
  readonly response: Respond;
}

/** The request as the provider documents it. Names of body fields are dotted paths: `capture_info.amount`. */
export interface WireForm {
  readonly method: 'GET' | 'POST';
  /** What follows the base URL: `/payments/{authorizationId}/capture`. Names in braces are fields of the caller's request. */
  readonly path: string;
  readonly body: 'json' | 'form';
  /** The field that carries the amount. */
  readonly amount: string;
  /** The field that carries the currency, if any. */
  readonly currency?: string;
  /** Fields of the caller's request (dotted) that go out unchanged, and where: `{ reference: 'merchant_trx_id' }`. */
  readonly fields: Readonly<Record<string, string>>;
}

/** What the provider answers. */
export interface SampleResponses {
  /** The money is captured, clearly. */
  readonly captured: Respond;
  /** Accepted and not final, where the provider knows that. */
  readonly pending?: Respond;
  /** Clear refusals: no money moved. */
  readonly declined: readonly (NamedResponse & { readonly code: ErrorCode })[];
  /** Documented or likely answers that say nothing certain: unheard-of words, faults, hints at an earlier capture. */
  readonly unknown: readonly NamedResponse[];
  /** Answers whose parts disagree. */
  readonly contradictions: readonly NamedResponse[];
  /** The field of `captured` that is the capture's id. */
  readonly captureId: string;
  /** The field of `captured` that states the amount, where the provider states it. */
  readonly amount?: string;
  /** Fields of `captured` without which it must not be believed: those that say success, those that name the payment, amount and currency. */
  readonly decisive: readonly string[];
  /** Fields of `captured` that the provider may leave out, and that must agree where they are there. */
  readonly compared?: readonly string[];
  /** Among both: fields that the provider writes in more than one way, and whether two values mean the same. */
  readonly equivalent?: Readonly<Record<string, (found: string, expected: string) => boolean>>;
  /** Fields of the caller's request that `captured` repeats, so that an answer about another payment shows. */
  readonly repeats: readonly string[];
}

/** A signature in the body. */
export interface SignatureForm {
  /** The body field that carries it. */
  readonly field: string;
  /** Body fields that it does not cover. */
  readonly unsigned?: readonly string[];
  /** Checks it as the provider's server would. Write it from the provider's page, not from the client's code: then the two check each other. */
  readonly verify: (wire: WireRequest) => boolean;
}

/** One way to ask what became of a payment. */
export interface SampleLookup {
  /** `by reference` */
  readonly name: string;
  readonly keys: LookupKeys;
  /** Where the request must go. */
  readonly method: 'GET' | 'POST';
  readonly path: string;
  /** What the provider answers, and what the result must be. */
  readonly responses: readonly {
    readonly name: string;
    readonly expected: LookupResult['status'];
    readonly response: SampleResponse;
  }[];
  /** An answer that would be `captured`, were it not about another payment or another amount. */
  readonly others?: readonly { readonly name: string; readonly response: SampleResponse }[];
}

/** A notification as it would arrive. */
export interface SignedNotification {
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** How the provider notifies. */
export interface NotificationForm {
  /** A genuine notification that the payment was captured. */
  readonly captured: () => SignedNotification;
  /** The same, signed with another key. */
  readonly forged: () => SignedNotification;
  /** The header or the body field that carries the signature. */
  readonly signature: { readonly header: string } | { readonly field: string };
  /** The credential that serves notifications only, and proves no request. */
  readonly credential?: string;
  /** Makes a client that has no key to verify with, where that is possible. */
  readonly withoutKey?: (options: KitOptions) => ClientUnderTest;
}

/** A provider and everything that the kit must know to test it: the manifest that the client carries itself (`capabilities`), samples, and how the provider's server answers. */
export interface Subject<C extends Credentials = Credentials> {
  /** What the client calls itself. */
  readonly id: string;
  /** Makes a client from the kit's options and the credentials below. Pass all of them on. */
  create(options: KitOptions & C): ClientUnderTest;
  /** Every secret option. The kit looks for these values in everything that leaves; so let them be distinctive. */
  readonly credentials: C;
  /** Credentials that may be left out. */
  readonly optionalCredentials?: readonly (keyof C & string)[];
  /** A valid request with every field that a caller can set. */
  readonly request: SampleRequest;
  /** The fields (dotted) that a caller must give. */
  readonly required: readonly string[];
  /** The fields that hold secrets. `card.number` and `card.cvv` where absent. */
  readonly secrets?: readonly string[];
  readonly wire: WireForm;
  readonly responses: SampleResponses;
  /** Where `capabilities.authentication` is `body signature`. */
  readonly signature?: SignatureForm;
  /** Where it is a header: each header that proves who asks, with its exact value. */
  readonly credentialHeaders?: Readonly<Record<string, string>>;
  /** Where `capabilities.lookupBy` is not empty. */
  readonly lookup?: readonly SampleLookup[];
  /** Where `capabilities.webhook` is `signed`. */
  readonly webhook?: NotificationForm;
}

/** Any {@link Subject}, whatever its credentials are called. */
export type AnySubject = Omit<Subject, 'create' | 'optionalCredentials'> & {
  readonly optionalCredentials?: readonly string[];
  create(options: never): ClientUnderTest;
};

/** Gives a subject its type where it is not written straight into `describeProvider`. */
export function defineSubject<const C extends Credentials>(subject: Subject<C>): Subject<C> {
  return subject;
}
