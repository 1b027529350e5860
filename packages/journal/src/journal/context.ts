import type {
  Capabilities,
  CallOptions,
  CaptureOptions,
  CaptureResult,
  LookupKeys,
  LookupResult,
  PreparedRequest,
  WebhookClient,
} from '@capture/core';
import type { Clock } from '../contract/clock.ts';
import type { ReportedEvent } from '../contract/operation.ts';
import type { Store, StoredOperation } from '../contract/store.ts';
import type { Flights } from './flights.ts';

/** A client as the journal calls it, without the type of its request. */
export interface Client extends Partial<WebhookClient> {
  readonly provider: string;
  readonly capabilities: Capabilities;
  readonly prepare: (request: unknown) => PreparedRequest;
  readonly capture: (request: PreparedRequest, options?: CaptureOptions) => Promise<CaptureResult>;
  readonly lookup?: (keys: LookupKeys, options?: CallOptions) => Promise<LookupResult>;
}

/** A client under its label. */
export interface Account {
  readonly label: string;
  readonly client: Client;
}

/** The options that decide how operations are sent and looked up, with their defaults. */
export interface Settings {
  readonly attempts: number;
  readonly lease: number;
  readonly delays: readonly number[];
  readonly capturesElsewhere: boolean;
}

/** Everything that the steps of one open journal share. */
export interface Context {
  readonly store: Store;
  readonly clock: Clock;
  /** A new id or token. */
  readonly newId: () => string;
  readonly settings: Settings;
  readonly accounts: ReadonlyMap<string, Account>;
  readonly flights: Flights<StoredOperation>;
  /** Reports a change after its commit. Never throws. */
  readonly report: (event: Omit<ReportedEvent, 'at' | 'operationId'>, operation: StoredOperation) => void;
  /** Wakes the work on an account: something was recorded or came due. */
  readonly wake: (account: string) => void;
}
