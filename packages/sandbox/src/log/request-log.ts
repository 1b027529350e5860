import type { Operation, RequestSubject } from '../emulator/emulator.ts';
import type { FaultName } from '../faults/faults.ts';
import type { ProviderName } from '../state/provider-names.ts';

/** One request that reached an emulator, with the response and with what it really did. */
export interface LoggedRequest extends RequestSubject {
  /** r1, r2 and so on, in the order of arrival. */
  readonly id: string;
  /** ISO 8601 in UTC. */
  readonly at: string;
  readonly provider: ProviderName;
  /** Absent for a path or a method that the provider does not document. */
  readonly operation: Operation | undefined;
  readonly method: string;
  /** Relative to the base URL, with the query. */
  readonly path: string;
  /** Names in lower case. A credential that is not the sandbox's is masked. */
  readonly headers: Readonly<Record<string, string>>;
  /** A card number that is not a published test number is masked. */
  readonly body: string;
  readonly fault: FaultName | undefined;
  /** The effect on the wire: a response, or the way in which it failed. */
  readonly effect: 'response' | 'cut' | 'garbage' | 'refuse' | 'hang' | 'reset';
  readonly response: { readonly status: number; readonly body: string } | undefined;
  /** The ids of the authorization, capture, void or refund that it made: empty, or one. */
  readonly executed: readonly string[];
}

/** The newest requests are kept. */
const KEPT = 1000;

/** Selects requests. Every member that is given has to fit. */
export interface RequestFilter {
  readonly provider?: ProviderName | undefined;
  readonly operation?: Operation | undefined;
  readonly reference?: string | undefined;
  readonly authorizationId?: string | undefined;
}

/** The requests that reached the emulators, from any program. */
export interface RequestLog {
  /** The newest thousand, oldest first. */
  list(filter?: RequestFilter): readonly LoggedRequest[];
  get(id: string): LoggedRequest | undefined;
  /** Calls the listener with each request after it was handled. Returns a function that ends this. */
  onRequest(listener: (request: LoggedRequest) => void): () => void;
}

/** The log, with the methods that only the sandbox uses. */
export class KeptRequests implements RequestLog {
  #kept: LoggedRequest[] = [];
  #count = 0;
  readonly #listeners = new Set<(request: LoggedRequest) => void>();

  list(filter: RequestFilter = {}): readonly LoggedRequest[] {
    const names = ['provider', 'operation', 'reference', 'authorizationId'] as const;
    return this.#kept.filter((one) => names.every((name) => filter[name] === undefined || filter[name] === one[name]));
  }

  get(id: string): LoggedRequest | undefined {
    return this.#kept.find((one) => one.id === id);
  }

  onRequest(listener: (request: LoggedRequest) => void): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  add(request: Omit<LoggedRequest, 'id'>): void {
    this.#count += 1;
    const logged = { id: `r${String(this.#count)}`, ...request };
    this.#kept.push(logged);
    if (this.#kept.length > 2 * KEPT) this.#kept = this.#kept.slice(-KEPT);
    for (const listener of this.#listeners) listener(logged);
  }

  clear(): void {
    this.#kept = [];
  }
}
