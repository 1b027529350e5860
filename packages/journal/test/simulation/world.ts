import type { CaptureResult } from '@capture/core';
import type { Clock } from '../../src/contract/clock.ts';
import type { Journal } from '../../src/contract/journal.ts';
import type { Store } from '../../src/contract/store.ts';
import { JournalError, openJournal } from '../../src/index.ts';
import { CALM, drawFaults, type Faults } from './faults.ts';
import { hold, Invariants } from './invariants.ts';
import type { Kind } from './kinds.ts';
import { MemoryStore } from './memory-store.ts';
import { processStore } from './process-store.ts';
import { Scheduler } from './scheduler.ts';
import { type ClientObserver, SimClient } from './sim-client.ts';
import { SimProcess } from './sim-process.ts';
import { SimProvider } from './sim-provider.ts';
import { type Sending, type SimRequest, Truth } from './truth.ts';

/** A mistake that is planted, to see that the simulation finds it. */
export interface Mistake {
  readonly store?: (store: Store, process: SimProcess, world: World) => Store;
  readonly client?: (client: SimClient, process: SimProcess) => SimClient;
  readonly clock?: (clock: Clock) => Clock;
}

/** A result that a process received, for the promise that it counts whenever it comes. */
interface Delivered {
  readonly process: SimProcess;
  readonly operationId: string;
  readonly at: number;
}

/** A process with the journal that it opened. */
export interface Node {
  readonly process: SimProcess;
  readonly journal: Journal<Record<string, SimClient>>;
  readonly stop: AbortController;
  isClosed: boolean;
}

const YEAR_2025 = 1_735_689_600_000;

/** Everything that one run consists of, but for what its people do. */
export class World implements ClientObserver {
  readonly scheduler: Scheduler;
  readonly truth = new Truth();
  readonly store: MemoryStore;
  readonly invariants: Invariants;
  readonly providers = new Map<string, SimProvider>();
  readonly nodes: Node[] = [];
  readonly delivered: Delivered[] = [];
  readonly lease: number;
  readonly delays: readonly number[];
  readonly capturesElsewhere: boolean;
  faults: Faults;
  /** What was thrown where nothing may be. Ends the run. */
  failure: unknown;
  readonly #mistake: Mistake;
  #wallOffset = 0;
  #latestOffset = 0;
  #ids = 0;
  #processes = 0;
  #references = 0;

  constructor(seed: number, mistake: Mistake, options: { readonly keepLines?: boolean }) {
    this.scheduler = new Scheduler(seed, options);
    const { random } = this.scheduler;
    this.#mistake = mistake;
    this.faults = drawFaults(random);
    this.lease = random.pick([2000, 4000]);
    this.delays = random.pick([
      [300, 1500, 4000],
      [500, 2500],
    ]);
    this.capturesElsewhere = random.chance(0.3);
    this.store = new MemoryStore({ now: () => this.wall() });
    this.invariants = new Invariants(this.store, this.truth);
    this.scheduler.afterEach = () => {
      this.invariants.check();
      if (this.failure !== undefined) throw this.failure as Error;
    };
  }

  /** The clock of the store. */
  wall(): number {
    return YEAR_2025 + this.scheduler.now + this.#wallOffset;
  }

  /** Sets the clock of the store, or that of one process. */
  setClock(by: number, process?: SimProcess): void {
    this.scheduler.note(`the clock of ${process?.name ?? 'the store'} is set by ${by} ms`);
    if (process) process.wallOffset += by;
    else this.#wallOffset += by;
    this.#latestOffset = Math.max(this.#latestOffset, this.#wallOffset);
  }

  addProvider(account: string, kind: Kind): SimProvider {
    const provider = new SimProvider(kind, this.faults, this.scheduler, this.truth);
    this.providers.set(account, provider);
    return provider;
  }

  /** Everything works from here on. */
  endFaults(): void {
    this.scheduler.note('faults end');
    // A clock that was set back is put right, or else everything that is due would wait for hours.
    this.#wallOffset = this.#latestOffset;
    for (const { process } of this.nodes) process.wallOffset = Math.max(process.wallOffset, 0);
    this.faults = CALM;
    for (const provider of this.providers.values())
      Object.assign(provider, { faults: CALM, isReachable: true, acceptsCredentials: true });
  }

  /** Starts a process, which opens the journal. `onCrash`: it ended, or could not open it. */
  start(onOpen: (node: Node) => void, onCrash: () => void = () => undefined): void {
    this.#processes += 1;
    const process = new SimProcess(this.scheduler, `process-${this.#processes}`);
    process.onCrash = onCrash;
    this.#open(process).then(onOpen, (error: unknown) => {
      if (JournalError.is(error) && error.code === 'store_failed') process.crash();
      else this.failure ??= error;
    });
  }

  async #open(process: SimProcess): Promise<Node> {
    const wrap = this.#mistake.store ?? ((store: Store): Store => store);
    const store = processStore(process, wrap(this.store, process, this), () => this.faults);
    const accounts: Record<string, SimClient> = {};
    for (const [account, provider] of this.providers) {
      const timeout = this.scheduler.random.pick([700, 3000, 8000]);
      const client = new SimClient(account, process, provider, this, timeout);
      accounts[account] = this.#mistake.client?.(client, process) ?? client;
    }
    const { lease, delays, capturesElsewhere } = this;
    const clock = (this.#mistake.clock ?? ((same: Clock): Clock => same))(this.#clockOf(process));
    const newId = (): string => this.#newId();
    const journal = await openJournal({ store, accounts, lease, delays, capturesElsewhere, clock, newId });
    const node = { process, journal, stop: new AbortController(), isClosed: false };
    this.nodes.push(node);
    return node;
  }

  #newId(): string {
    this.#ids += 1;
    return `id-${String(this.#ids).padStart(6, '0')}`;
  }

  #clockOf(process: SimProcess): Clock {
    return {
      now: () => this.wall() + process.wallOffset,
      monotonic: () => process.monotonic(),
      wait: (milliseconds, signal) =>
        new Promise((resolve) => {
          if (signal?.aborted) {
            resolve();
            return;
          }
          const cancel = process.later(milliseconds, 'wakes', resolve);
          const abort = (): void => {
            cancel();
            resolve();
          };
          signal?.addEventListener('abort', abort, { once: true });
        }),
    };
  }

  newReference(): string {
    this.#references += 1;
    return `generated-${this.#references}`;
  }

  firstByte(account: string, request: SimRequest): Sending {
    const rows = this.store.rows().filter((row) => row.account === account && row.request['order'] === request.order);
    const row = rows.find(({ state }) => state === 'sending') ?? rows.at(-1);
    const sending: Sending = { account, operationId: row?.id ?? 'nothing', request, fate: 'under-way' };
    const before = this.truth.sendingsOf(sending.operationId);
    const moved = this.truth.executions.filter(
      ({ sending: made, status }) =>
        made?.account === account && made.request.order === request.order && status !== 'declined',
    );
    this.truth.sendings.push(sending);
    const what = `${sending.operationId}, which is ${row?.state ?? 'absent'}`;
    hold('the intent is durable first', row?.state === 'sending' && row.token !== undefined, what);
    hold('sent again only after a proof', before.every(({ fate }) => fate === 'put-off'), what); // prettier-ignore
    hold('a payment is captured once', moved.length === 0, `${request.order} was captured, and is sent again`);
    hold('only its own request is sent', row?.amount.minor === request.amount.minor, what);
    return sending;
  }

  resultDelivered(process: SimProcess, sending: Sending | undefined, result: CaptureResult): void {
    const isDecisive = result.status === 'captured' || (result.status === 'declined' && sending?.fate === 'declined');
    if (sending && isDecisive)
      this.delivered.push({ process, operationId: sending.operationId, at: this.scheduler.now });
  }
}
