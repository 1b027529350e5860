import type { PreparedRequest, WebhookBody, WebhookHeaders, WebhookVerdict } from '@capture/core';
import type { Accounts, UnstoredFields } from './accounts.ts';
import type { Clock } from './clock.ts';
import type { Operation, OperationEvent, ReportedEvent } from './operation.ts';
import type { OperationFilter, Store, Tally } from './store.ts';
import type { WorkOptions, WorkReport } from './work.ts';

/** The request that a client captures. */
export type RequestOf<Client> = Client extends { prepare(request: infer Request, ...rest: never[]): PreparedRequest }
  ? Request
  : never;

/** Options of {@link openJournal}. */
export interface JournalOptions<A extends Accounts> {
  readonly store: Store;
  readonly accounts: A;
  /**
   * True where these accounts' authorizations may also be captured by something other than this journal. Then a lookup
   * by a key that captures share decides nothing, unless `knownCaptureIds` says which there are.
   *
   * @defaultValue true
   */
  readonly capturesElsewhere?: boolean | undefined;
  /**
   * Attempts for each operation: only a proven `unsent` is attempted again.
   *
   * @defaultValue 5
   */
  readonly attempts?: number | undefined;
  /**
   * Milliseconds after which another process may take a claimed operation for that of a dead one. More than the
   * longest capture takes.
   *
   * @defaultValue the longest `timeout` is unknown here, so 120000
   */
  readonly lease?: number | undefined;
  /**
   * The delays before each lookup in milliseconds.
   *
   * @defaultValue `LOOKUP_DELAYS` of core
   */
  readonly delays?: readonly number[] | undefined;
  /** Reports every change of an operation, after its commit. What it throws is ignored. */
  readonly onEvent?: ((event: ReportedEvent, operation: Operation) => void) | undefined;
  /** @internal All that decides by time, for the simulation. */
  readonly clock?: Clock | undefined;
  /** @internal The source of ids and tokens, for the simulation. */
  readonly newId?: (() => string) | undefined;
}

/** Options of one recorded capture. */
export interface RecordingOptions {
  /** Allows another open operation on the same authorization. */
  readonly additional?: boolean | undefined;
  /** The provider's ids of captures of this authorization that were not made by this journal; empty: there was none. */
  readonly knownCaptureIds?: readonly string[] | undefined;
}

/** One operation of a batch. */
export interface EnqueueItem<Request> extends RecordingOptions {
  readonly key: string;
  readonly request: Request;
}

/** A journal. All its methods may be called at any time, from any number of processes on one store. */
export interface Journal<A extends Accounts = Accounts> {
  /**
   * Captures once, durably: records the intent, commits it, sends it once, and records the outcome. Safe to call again
   * with the same key: it resolves to what is known then. Only an operation that is `recorded`, or `unsent` with
   * attempts left, is sent by another call.
   *
   * Where the provider refuses the credentials or the rate, it executed nothing, and what has to change is not the
   * request: then the operation is `unsent`, not `declined`, and the key stays usable however often that happens.
   *
   * @throws `InvalidRequestError` before anything is recorded; `KeyReusedError`, `AuthorizationBusyError`.
   */
  capture<Account extends keyof A & string>(
    account: Account,
    key: string,
    request: RequestOf<A[Account]>,
    options?: RecordingOptions & { readonly signal?: AbortSignal | undefined; readonly timeout?: number | undefined },
  ): Promise<Operation>;
  /**
   * Records captures for the workers: all of them or none. In the caller's own transaction, if it is given: then they
   * are recorded exactly if it commits. Operations that were recorded before are returned as they are.
   */
  enqueue<Account extends keyof A & string>(
    account: Account,
    items: readonly EnqueueItem<RequestOf<A[Account]>>[],
    options?: { readonly transaction?: unknown },
  ): Promise<readonly Operation[]>;
  /** Works: sends what is recorded, looks up what is in doubt, takes over what a dead process left. */
  work(options?: WorkOptions<A>): Promise<WorkReport>;
  /** Sends this operation if it is `recorded`; else nothing. Safe to call any number of times, from anywhere. */
  perform(
    id: string,
    options?: { readonly unstored?: UnstoredFields | undefined; readonly signal?: AbortSignal | undefined },
  ): Promise<Operation>;
  /** Looks this operation up if it is in doubt and a lookup is due; else nothing. As safe as `perform`. */
  settleDue(id: string, options?: { readonly signal?: AbortSignal | undefined }): Promise<Operation>;
  /** Lists operations in the order of their recording, a page at a time behind the scenes. */
  list(filter?: OperationFilter): AsyncIterable<Operation>;
  get(id: string): Promise<Operation | undefined>;
  find(account: keyof A & string, key: string): Promise<Operation | undefined>;
  events(id: string): Promise<readonly OperationEvent[]>;
  tally(): Promise<readonly Tally[]>;
  /**
   * Records the decision of a person about an operation that is `unknown` or `pending`. One that is final and needs a
   * decision, because a late response contradicts it, keeps its state: the decision stands beside it, and
   * `needsDecision` is false again.
   *
   * @throws `NotDecidableError` where it is something else.
   */
  decide(id: string, decision: DecisionInput): Promise<Operation>;
  /**
   * Captures again what a person decided as not captured: a new operation with its own key, that names the old one.
   *
   * @throws `NotDecidableError` where the old one is not decided as not captured.
   */
  captureAgain(
    id: string,
    key: string,
    options?: { readonly unstored?: UnstoredFields | undefined },
  ): Promise<Operation>;
  /** Withdraws an operation that was not sent. Returns it as it then is: `cancelled`, or what it had become. */
  cancel(id: string): Promise<Operation>;
  /** Verifies a notification, adds it to the history of its operation, and looks the payment up at once. */
  receive(account: keyof A & string, rawBody: WebhookBody, headers?: WebhookHeaders | null): Promise<Received>;
  /** Removes final operations that were last changed before that time, with their events. */
  purge(options: { readonly before: Date }): Promise<number>;
  /** Waits for what is under way, and closes the store. */
  close(): Promise<void>;
}

/** The input of `decide`. */
export interface DecisionInput {
  readonly outcome: 'captured' | 'not-captured';
  readonly by: string;
  readonly reason: string;
  readonly captureId?: string | undefined;
  /**
   * The `attempts` of the operation that the person saw. Where it was sent again since then, nothing is decided: what
   * the person found out was about an earlier attempt.
   */
  readonly attempts?: number | undefined;
}

/** The outcome of a notification. */
export interface Received {
  readonly verdict: WebhookVerdict;
  /** The operation that it is about, after its lookup; absent where none is, or the notification is not genuine. */
  readonly operation: Operation | undefined;
}
