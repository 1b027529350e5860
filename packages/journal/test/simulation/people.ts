import type { Operation } from '../../src/contract/operation.ts';
import { JournalError } from '../../src/errors/journal-errors.ts';
import { FINAL_STATES, OPEN_STATES } from '../../src/states/transitions.ts';
import { checkTruth, hold } from './invariants.ts';
import type { SimProcess } from './sim-process.ts';
import type { SimRequest } from './truth.ts';
import type { Node, World } from './world.ts';

/** A payment that the merchant wants captured, once. */
export interface Order {
  readonly account: string;
  readonly key: string;
  readonly request: SimRequest;
  readonly additional: boolean;
  readonly knownCaptureIds: readonly string[] | undefined;
}

/** Errors that a correct journal throws now and then. Any other one is a mistake. */
const USUAL = ['store_failed', 'key_reused', 'authorization_busy', 'not_decidable', 'unknown_operation'];

/** Everybody who uses the journal, at random. */
export class People {
  readonly #world: World;
  readonly #orders: readonly Order[];
  /** The true time since when a person knows of an operation that needs a decision. */
  readonly #noticed = new Map<string, number>();
  readonly decided = new Map<string, number>();
  /** The calls that did not end yet. */
  readonly calls = new Set<{ readonly name: string; readonly process: SimProcess }>();
  isDone = false;

  constructor(world: World, orders: readonly Order[]) {
    this.#world = world;
    this.#orders = orders;
  }

  /** Runs a call of the journal. What it may reject with is ignored, anything else ends the run. */
  #call(name: string, { process }: Node, promise: Promise<unknown>): void {
    const { scheduler } = this.#world;
    const call = { name, process };
    this.calls.add(call);
    promise.then(
      () => {
        this.calls.delete(call);
        scheduler.note(`${name} ends`);
      },
      (error: unknown) => {
        this.calls.delete(call);
        scheduler.note(`${name} fails: ${JournalError.is(error) ? error.code : String(error)}`);
        if (!JournalError.is(error) || !USUAL.includes(error.code)) this.#world.failure ??= error;
      },
    );
  }

  #runningNode(): Node | undefined {
    const running = this.#world.nodes.filter(({ process, isClosed }) => process.isRunning && !isClosed);
    return running.length === 0 ? undefined : this.#world.scheduler.random.pick(running);
  }

  /** Ends a process in order, as a deploy does. */
  close(node: Node): void {
    node.stop.abort();
    node.isClosed = true;
    this.#call('close', node, node.journal.close());
  }

  /** Works until everything is settled, and again where a person made something new of it. */
  finish(node: Node): void {
    this.isDone = false;
    this.work(node, 'settled');
    const again = (): void => {
      if (this.isDone && this.#world.store.rows().some(({ state }) => OPEN_STATES.includes(state))) this.finish(node);
      else node.process.later(3000, 'is there more', again);
    };
    node.process.later(3000, 'is there more', again);
  }

  /** Works in a process until it ends, and starts again where the store failed. */
  work(node: Node, until?: 'settled'): void {
    const { scheduler } = this.#world;
    const concurrency = scheduler.random.between(1, 3);
    const working = node.journal.work({
      concurrency,
      pollEvery: scheduler.random.pick([700, 2500]),
      signal: node.stop.signal,
      breaker: { after: scheduler.random.pick([2, 10]), pause: 2000 },
      cards: () => 'a card',
      ...(until && { until }),
    });
    const call = { name: 'work', process: node.process };
    this.calls.add(call);
    working.then(
      (report) => {
        this.calls.delete(call);
        scheduler.note(`${node.process.name} has worked: ${report.ended}`);
        if (until) this.isDone = true;
      },
      (error: unknown) => {
        this.calls.delete(call);
        scheduler.note(`${node.process.name} stops working: ${JournalError.is(error) ? error.code : String(error)}`);
        if (!JournalError.is(error) || error.code !== 'store_failed') this.#world.failure ??= error;
        else
          node.process.later(500, 'works again', () => {
            if (!node.isClosed) this.work(node, until);
          });
      },
    );
  }

  /** Lets the order service and others act on an order at some moment. */
  plan(order: Order): void {
    const { scheduler } = this.#world;
    const { random } = scheduler;
    const first = random.between(0, 5000);
    for (let calls = random.between(1, 3); calls > 0; calls -= 1)
      scheduler.schedule(random.chance(0.3) ? first : random.between(first, 16_000), `an order is due`, () => {
        const node = this.#runningNode();
        if (node) this.#act(node, order);
      });
  }

  #act(node: Node, { account, key, request, additional, knownCaptureIds }: Order): void {
    const { journal } = node;
    const { scheduler, store } = this.#world;
    const { random } = scheduler;
    const known = { additional, ...(knownCaptureIds && { knownCaptureIds }) };
    const row = store.rows().find((found) => found.account === account && found.key === key);
    const name = random.weighted({ capture: 8, enqueue: 4, perform: 1, lookup: 1, cancel: 0.5, 'other-request': 1 });
    scheduler.note(`${name} ${key}`);
    switch (name) {
      case 'capture':
        this.#call(
          `capture ${key}`,
          node,
          journal.capture(account, key, request, known).then((operation) => {
            this.#checkReport(operation, request);
          }),
        );
        return;
      case 'other-request': {
        const other = { ...request, amount: { ...request.amount, minor: request.amount.minor + 1 } };
        const isNew = row === undefined;
        if (isNew) return;
        this.#call(
          `other request under ${key}`,
          node,
          journal.capture(account, key, other, known).then((operation) => {
            hold('a key is for one request', operation.amount.minor === other.amount.minor, operation.id);
          }),
        );
        return;
      }
      case 'enqueue':
        this.#call(`enqueue ${key}`, node, journal.enqueue(account, [{ key, request, ...known }]));
        return;
      case 'perform':
        if (row) this.#call(`perform ${key}`, node, journal.perform(row.id, { unstored: () => ({ card: 'a card' }) }));
        return;
      case 'lookup':
        if (row) this.#call(`look up ${key}`, node, journal.settleDue(row.id));
        return;
      default:
        if (row) this.#call(`cancel ${key}`, node, journal.cancel(row.id));
    }
  }

  #checkReport(operation: Operation, request: SimRequest): void {
    hold('a report is about its request', operation.amount.minor === request.amount.minor, operation.id);
    const { store, truth } = this.#world;
    const row = store.rows().find(({ id }) => id === operation.id);
    // A process that stood still reports what was true. Only what is final stays so.
    const isOld = row?.state !== operation.state || row.attempts !== operation.attempts;
    if (!isOld || FINAL_STATES.includes(operation.state)) checkTruth(operation, truth, ', reported');
  }

  /** Delivers a notification to some process. */
  notify(account: string, event: object): void {
    const node = this.#runningNode();
    if (node) this.#call('notification', node, node.journal.receive(account, JSON.stringify(event)));
  }

  /** A person decides what needs it: rightly, and not before the process that sent it must have given up. */
  decide(): void {
    const { store, scheduler, truth, lease } = this.#world;
    const now = scheduler.now;
    for (const { id, key, needsDecision, state, token, attempts } of store.rows()) {
      if (!needsDecision || (state !== 'unknown' && state !== 'pending')) {
        this.#noticed.delete(id);
        continue;
      }
      const since = this.#noticed.get(id) ?? now;
      this.#noticed.set(id, since);
      const node = this.#runningNode();
      if (now - since < lease * 1.2 || truth.isUnderWay(id) || node === undefined) continue;
      const captured = truth.executionsOf(id).find(({ status }) => status === 'captured');
      const outcome = captured ? 'captured' : 'not-captured';
      scheduler.note(`a person decides ${id}: ${outcome} ${token ?? ''}`);
      const captureId = captured?.captureId;
      const by = { by: 'ops@shop.example', reason: 'seen in the back office' };
      const decision = { outcome, ...by, attempts, ...(captureId !== undefined && { captureId }) } as const;
      this.#call(
        `decision on ${id}`,
        node,
        node.journal.decide(id, decision).then(() => {
          this.decided.set(id, scheduler.now);
          if (captured) return;
          for (const again of scheduler.random.pick([
            [],
            ['again'],
            ['again'],
            ['again', 'again'],
            ['again', 'and-again'],
          ]))
            this.#captureAgain(id, `${key}-${again}`);
        }),
      );
    }
  }

  /** Captures again what was decided as not captured: maybe twice, and maybe under two keys. */
  #captureAgain(id: string, key: string): void {
    const { scheduler } = this.#world;
    scheduler.schedule(scheduler.random.pick([0, 0, 500, 6000]), `capture again ${key}`, () => {
      const node = this.#runningNode();
      const unstored = () => ({ card: 'a card' });
      if (node) this.#call(`capture again ${key}`, node, node.journal.captureAgain(id, key, { unstored }));
    });
  }

  get orders(): readonly Order[] {
    return this.#orders;
  }
}
