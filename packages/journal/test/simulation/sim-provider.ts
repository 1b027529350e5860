import type { Capabilities, LookupKey, LookupKeys } from '@capture/core';
import type { Fate, Faults } from './faults.ts';
import { KINDS, type Kind } from './kinds.ts';
import type { LookupFinding } from './results.ts';
import type { Scheduler } from './scheduler.ts';
import type { Execution, Sending, Truth } from './truth.ts';

/** A response, and the milliseconds after which it arrives; `undefined`: never. */
export interface ProviderResponse {
  readonly after: number;
  readonly kind: 'accepted' | 'declined' | 'credentials_rejected' | 'rate_limited' | 'provider_error' | 'lost' | 'none';
}

/** The provider of one account: takes requests, executes them or not, and knows what it executed after a while. */
export class SimProvider {
  readonly capabilities: Capabilities;
  readonly kind: Kind;
  faults: Faults;
  isReachable = true;
  acceptsCredentials = true;
  onExecution: (execution: Execution) => void = () => undefined;
  readonly #scheduler: Scheduler;
  readonly #truth: Truth;

  constructor(kind: Kind, faults: Faults, scheduler: Scheduler, truth: Truth) {
    this.kind = kind;
    this.capabilities = KINDS[kind];
    this.faults = faults;
    this.#scheduler = scheduler;
    this.#truth = truth;
  }

  /** Takes a request. Its fate is decided here, and comes about later. */
  take(sending: Sending, respond: (response: ProviderResponse, execution?: Execution) => void): void {
    const { random } = this.#scheduler;
    const fate: Fate = this.acceptsCredentials ? random.weighted(this.faults.fates) : 'reject-credentials';
    this.#scheduler.note(`${sending.operationId} is sent: ${fate}`);
    const soon = random.between(1, random.chance(this.faults.slow) ? 3000 : 60);
    const arrives = fate === 'deliver-late' ? random.between(1000, 10_000) : soon;
    this.#scheduler.schedule(arrives, `${sending.operationId} meets its fate`, () => {
      const response = this.#meet(fate, sending);
      const isLate = fate === 'respond-late';
      const after = isLate
        ? random.between(1000, 10_000)
        : random.between(1, random.chance(this.faults.slow) ? 3000 : 60);
      const execution = this.#truth.executions.find((made) => made.sending === sending);
      // A copy: a response describes the moment at which it was made.
      respond({ kind: response, after }, execution && { ...execution });
    });
  }

  #meet(fate: Fate, sending: Sending): ProviderResponse['kind'] {
    switch (fate) {
      case 'lose':
        sending.fate = 'lost';
        return this.#scheduler.random.chance(0.5) ? 'lost' : 'none';
      case 'decline':
        sending.fate = 'declined';
        return 'declined';
      case 'reject-credentials':
        sending.fate = 'put-off';
        return 'credentials_rejected';
      case 'limit-rate':
        sending.fate = 'put-off';
        return 'rate_limited';
      case 'fail':
        if (this.#scheduler.random.chance(0.5)) this.#execute(sending, 'captured');
        else sending.fate = 'lost';
        return 'provider_error';
      case 'accept-and-lose':
        this.#execute(sending, this.#scheduler.random.chance(0.2) ? 'pending' : 'captured');
        return this.#scheduler.random.chance(0.5) ? 'lost' : 'none';
      case 'pending':
        this.#execute(sending, 'pending');
        return 'accepted';
      default:
        this.#execute(sending, 'captured');
        return 'accepted';
    }
  }

  #execute(sending: Sending, status: 'pending' | 'captured'): void {
    const { random, now } = this.#scheduler;
    sending.fate = 'accepted';
    const visibleAt = now + random.pick([0, 0, 500, 2000, 8000]);
    const execution: Execution = {
      captureId: this.#truth.newCaptureId(),
      sending,
      request: sending.request,
      status,
      visibleAt,
    };
    this.#truth.executions.push(execution);
    this.#scheduler.note(`${sending.operationId} is executed as ${execution.captureId}: ${status}`);
    this.onExecution(execution);
    if (status !== 'pending') return;
    this.#scheduler.schedule(random.between(100, 10_000), `${execution.captureId} becomes final`, () => {
      execution.status = random.chance(0.7) ? 'captured' : 'declined';
      this.onExecution(execution);
    });
  }

  /** The finding of a lookup, as core makes it of a response. */
  find(account: string, keys: LookupKeys): LookupFinding {
    const visible = this.#truth.executions.filter(
      ({ sending, visibleAt }) => (sending?.account ?? account) === account && visibleAt <= this.#scheduler.now,
    );
    const { lookupBy, uniqueKeys, sharedKeys } = this.capabilities;
    const order: readonly LookupKey[] = ['captureId', 'reference', 'authorizationId'];
    const by = order.find((key) => lookupBy.includes(key) && keys[key] !== undefined);
    if (by === undefined) throw new Error('a lookup without any key of the provider');
    const isFound = ({ captureId, request }: Execution): boolean =>
      by === 'captureId' ? captureId === keys.captureId : request[by] === keys[by];
    const found = visible.filter(isFound);
    const { captureId: own, knownCaptureIds: known } = keys;
    const mayBeIt = found.filter(({ captureId }) =>
      own === undefined ? !known?.includes(captureId) : captureId === own,
    );
    if (found.length === 0 || (mayBeIt.length === 0 && (own !== undefined || known !== undefined))) return 'not-found';
    const [only] = mayBeIt;
    // A refusal under a unique reference may be that of an earlier attempt.
    const isProven = uniqueKeys.includes(by) && (only?.status !== 'declined' || own !== undefined);
    if (
      only &&
      mayBeIt.length === 1 &&
      (isProven || (known !== undefined && [...uniqueKeys, ...sharedKeys].includes(by)))
    )
      return only;
    return found.map(({ captureId, status, request }) => {
      return { captureId, status, reportedAmount: request.amount, providerTime: undefined };
    });
  }
}
