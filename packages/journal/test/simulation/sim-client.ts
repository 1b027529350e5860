import {
  type CaptureOptions,
  type CallOptions,
  InvalidRequestError,
  type LookupKeys,
  type LookupResult,
  type PreparedRequest,
  type WebhookVerdict,
} from '@capture/core';
import { CaptureResults, type LookupFinding, lookupResult, type SimResult } from './results.ts';
import type { ProviderResponse, SimProvider } from './sim-provider.ts';
import type { SimProcess } from './sim-process.ts';
import type { Execution, Sending, SimRequest } from './truth.ts';

/** The surroundings of a client: what is reported to it is for the invariants only. */
export interface ClientObserver {
  /** Called as the first byte leaves. Returns the operation that it is for. */
  firstByte(account: string, request: SimRequest): Sending;
  resultDelivered(process: SimProcess, sending: Sending | undefined, result: SimResult): void;
  newReference(): string;
}

interface Prepared extends PreparedRequest {
  readonly request: SimRequest;
  readonly keys: LookupKeys;
}

/** A client as core makes it, over a simulated network, in one process. */
export class SimClient {
  readonly provider: string;
  readonly capabilities;
  readonly #account: string;
  readonly #process: SimProcess;
  readonly #server: SimProvider;
  readonly #observer: ClientObserver;
  readonly #timeout: number;
  readonly #sent = new WeakSet();

  constructor(account: string, process: SimProcess, server: SimProvider, observer: ClientObserver, timeout: number) {
    this.provider = `p-${server.kind}`;
    this.capabilities = server.capabilities;
    this.#account = account;
    this.#process = process;
    this.#server = server;
    this.#observer = observer;
    this.#timeout = timeout;
  }

  prepare(given: SimRequest): PreparedRequest {
    const { order, amount, authorizationId, card } = given;
    const needsCard = this.capabilities.captures === 'card';
    if (needsCard && card === undefined) this.#refuse('card', 'is required');
    const isGenerated = given.reference === undefined;
    const reference = given.reference ?? this.#observer.newReference();
    const request = { order, amount, authorizationId, reference, card };
    const lookupKeys = { reference, authorizationId, amount, ...(isGenerated && { knownCaptureIds: [] }) };
    const storable = Object.fromEntries(
      Object.entries({ order, amount, authorizationId, reference }).filter(([, value]) => value !== undefined),
    );
    const wire = { method: 'POST', url: 'https://provider.example', headers: {}, body: undefined } as const;
    const prepared: Prepared = {
      ...wire,
      reference,
      lookupKeys,
      storable,
      signature: undefined,
      exactBody: undefined,
      request,
      keys: lookupKeys,
    };
    return prepared;
  }

  capture(input: SimRequest | PreparedRequest, options: CaptureOptions = {}): Promise<SimResult> {
    const prepared = ('storable' in input ? input : this.prepare(input)) as Prepared;
    if (this.#sent.has(prepared)) this.#refuse('', 'was captured before');
    this.#sent.add(prepared);
    const { request } = prepared;
    const keys = options.knownCaptureIds
      ? { ...prepared.keys, knownCaptureIds: options.knownCaptureIds }
      : prepared.keys;
    const results = new CaptureResults(this.provider, this.capabilities, request, keys);
    return new Promise((resolve) => {
      let isOver = false;
      let sending: Sending | undefined;
      const end = (result: SimResult): void => {
        if (isOver) return;
        isOver = true;
        if (result.status === 'unsent') this.#sent.delete(prepared);
        this.#process.scheduler.note(`${this.#process.name} gets ${result.status} for ${request.order}`);
        this.#observer.resultDelivered(this.#process, sending, result);
        resolve(result);
      };
      const mayGo = (): boolean => {
        if (options.signal?.aborted) end(results.unsent('aborted'));
        else if (options.lastCheck?.() === false) end(results.unsent('aborted', 'last_check'));
        return !isOver;
      };
      if (!mayGo()) return;
      const { random } = this.#process.scheduler;
      this.#process.later(random.between(0, random.chance(this.#server.faults.slow) ? 2000 : 30), 'connects', () => {
        if (!this.#server.isReachable) end(results.unsent('connection_refused'));
        if (isOver || !mayGo()) return;
        sending = this.#observer.firstByte(this.#account, request);
        options.signal?.addEventListener('abort', () => {
          end(results.unknown('aborted'));
        });
        this.#process.later(options.timeout ?? this.#timeout, 'gives up', () => {
          end(results.unknown('timeout'));
        });
        this.#server.take(sending, (response, execution) => {
          if (response.kind === 'none') return;
          this.#process.later(response.after, 'hears', () => {
            end(resultOf(results, response.kind, execution));
          });
        });
      });
    });
  }

  lookup(keys: LookupKeys, options: CallOptions = {}): Promise<LookupResult> {
    const { random } = this.#process.scheduler;
    const delay = (): number => random.between(1, random.chance(this.#server.faults.slow) ? 2000 : 40);
    return new Promise((resolve) => {
      const end = (found: LookupFinding): void => {
        this.#process.later(delay(), 'reads', () => {
          resolve(lookupResult(this.provider, keys, found));
        });
      };
      this.#process.later(delay(), 'looks up', () => {
        if (options.signal?.aborted || !this.#server.isReachable) end('connection_refused');
        else if (!this.#server.acceptsCredentials) end('credentials_rejected');
        else if (random.chance(this.#server.faults.lostLookup)) end('connection_lost');
        else end(copyOf(this.#server.find(this.#account, keys)));
      });
    });
  }

  readonly webhook = {
    verify: (body: unknown): Promise<WebhookVerdict> => {
      if (typeof body !== 'string' || body === 'forged')
        return Promise.resolve({ status: 'refused', reason: 'forged' });
      const event = JSON.parse(body) as Extract<WebhookVerdict, { status: 'verified' }>['event'];
      return Promise.resolve({ status: 'verified', event });
    },
  };

  #refuse(path: string, rule: string): never {
    throw new InvalidRequestError({ provider: this.provider, issues: [{ path, rule }] });
  }
}

/** A response describes the moment at which it was made. */
function copyOf(found: LookupFinding): LookupFinding {
  return typeof found === 'string' || Array.isArray(found) ? found : { ...(found as Execution) };
}

function resultOf(
  results: CaptureResults,
  kind: ProviderResponse['kind'],
  execution: Execution | undefined,
): SimResult {
  switch (kind) {
    case 'declined':
    case 'credentials_rejected':
      return results.declined(kind);
    case 'rate_limited':
      return results.declined(kind, 2);
    case 'provider_error':
      return results.unknown(kind);
    default:
      return kind === 'accepted' && execution ? results.accepted(execution) : results.unknown('connection_lost');
  }
}
