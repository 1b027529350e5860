import { hold } from './invariants.ts';
import type { Kind } from './kinds.ts';
import { type Order, People } from './people.ts';
import type { Execution } from './truth.ts';
import { type Mistake, World } from './world.ts';

const FAULTS_END = 20_000;
/** Three slow calls of the store. */
const LONGEST_RECORDING = 6500;
const LATEST_END = 1_000_000;

/** The outcome of one run. */
export interface Run {
  readonly seed: number;
  /** The digest of everything that happened. */
  readonly digest: number;
  readonly steps: number;
  /** Everything that happened, where it was kept. */
  readonly lines: readonly string[];
  readonly executions: number;
  readonly decisions: number;
  readonly states: readonly string[];
  /** The promise that was broken, or what was thrown. */
  readonly violation: Error | undefined;
}

/** Runs everything that one seed decides. */
export async function simulate(
  seed: number,
  mistake: Mistake = {},
  options: { readonly keepLines?: boolean } = {},
): Promise<Run> {
  const world = new World(seed, mistake, options);
  const people = new People(world, drawOrders(world));
  let violation: Error | undefined;
  // Stacks cost a fifth of the time, and are read only where the seed is traced.
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = options.keepLines ? 20 : 0;
  try {
    await run(world, people);
  } catch (error) {
    violation = error as Error;
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
  const { scheduler, truth, store } = world;
  return {
    seed,
    digest: scheduler.digest,
    steps: scheduler.steps,
    lines: scheduler.lines,
    executions: truth.executions.length,
    decisions: people.decided.size,
    states: store.rows().map(({ state }) => state),
    violation,
  };
}

async function run(world: World, people: People): Promise<void> {
  const { scheduler } = world;
  const { random } = scheduler;
  startProcess(world, people);
  startProcess(world, people);
  for (const order of people.orders) people.plan(order);
  planTrouble(world);
  if (random.chance(0.3))
    scheduler.schedule(random.between(1000, FAULTS_END), 'a deploy', () => {
      deploy(world, people);
    });
  planPeople(world, people);
  await scheduler.runUntil(() => false, FAULTS_END);
  world.endFaults();
  // Some processes end in order, some are killed, and a new one works until everything is settled.
  const old = [...world.nodes];
  for (const node of old)
    if (random.chance(0.3)) node.process.crash();
    else if (random.chance(0.5)) node.stop.abort();
    else if (!node.isClosed) people.close(node);
  world.start((node) => {
    people.finish(node);
  });
  await scheduler.runUntil(() => people.isDone && isSettled(world), LATEST_END);
  // What was under way somewhere ends too.
  await scheduler.runUntil(() => false, scheduler.now + 20_000);
  checkEnd(world, people);
}

function startProcess(world: World, people: People): void {
  const { scheduler } = world;
  const restart = (): void => {
    if (scheduler.now < FAULTS_END) startProcess(world, people);
  };
  const onCrash = (): void => {
    scheduler.schedule(scheduler.random.between(100, 4000), 'a process starts', restart);
  };
  world.start((node) => {
    if (scheduler.now >= FAULTS_END) node.stop.abort();
    people.work(node);
  }, onCrash);
}

/** Ends a process in order and starts another one. */
function deploy(world: World, people: People): void {
  const running = world.nodes.filter(({ process, isClosed }) => process.isRunning && !isClosed);
  if (running.length === 0) return;
  people.close(world.scheduler.random.pick(running));
  startProcess(world, people);
}

function drawOrders(world: World): Order[] {
  const { random } = world.scheduler;
  const account = 'shop';
  const kinds: readonly Kind[] = ['unique-reference', 'shared-reference', 'capture-id', 'card', 'multiple'];
  const kind = random.pick(kinds);
  world.addProvider(account, kind);
  const isShared = kind !== 'card' && random.chance(0.6);
  const isGiven = random.chance(0.3);
  const isReferenceShared = kind === 'shared-reference' || kind === 'multiple';
  const hasForeign = isShared && isReferenceShared && world.capturesElsewhere && random.chance(0.5);
  const foreign = hasForeign ? world.truth.newCaptureId() : undefined;
  const orders: Order[] = [];
  for (let i = 1; i <= random.between(2, 3); i += 1) {
    const authorizationId = kind === 'card' ? undefined : isShared ? 'A-1' : `A-${i}`;
    const reference = isReferenceShared ? `ref-${authorizationId ?? ''}` : isGiven ? `given-${i}` : undefined;
    const amount = { minor: random.pick([1000, 1000, 2500]), currency: 'EUR' };
    const request = { order: `order-${i}`, amount, authorizationId, reference };
    orders.push({
      account,
      key: `ship-${i}`,
      request: { ...request, ...(kind === 'card' && { card: 'a card' }) },
      additional: isShared && random.chance(0.7),
      knownCaptureIds: random.chance(0.6) ? (foreign === undefined ? [] : [foreign]) : undefined,
    });
  }
  if (foreign !== undefined && orders[0])
    world.truth.executions.push({
      captureId: foreign,
      sending: undefined,
      request: { ...orders[0].request, order: 'made elsewhere' },
      status: 'captured',
      visibleAt: 0,
    });
  return orders;
}

/** Plans outages, refused credentials, and clocks that are set. */
function planTrouble(world: World): void {
  const { scheduler, faults } = world;
  const { random } = scheduler;
  const provider = [...world.providers.values()][0];
  if (provider === undefined) return;
  const outage = (name: string, member: 'isReachable' | 'acceptsCredentials'): void => {
    const start = random.between(0, 12_000);
    scheduler.schedule(start, `${name} begins`, () => void (provider[member] = false));
    scheduler.schedule(start + random.between(500, 8000), `${name} ends`, () => void (provider[member] = true));
  };
  if (random.chance(0.3)) outage('outage', 'isReachable');
  if (random.chance(0.2)) outage('refusal of credentials', 'acceptsCredentials');
  if (faults.clocks === 'set')
    for (let times = random.between(1, 3); times > 0; times -= 1)
      scheduler.schedule(random.between(0, FAULTS_END), 'a clock is set', () => {
        const running = world.nodes.filter(({ process }) => process.isAlive);
        const target = random.chance(0.5) || running.length === 0 ? undefined : random.pick(running).process;
        world.setClock(random.pick([-3_600_000, 3_600_000, -5000, 5000]), target);
      });
}

/** Plans the persons who decide, and the notifications. */
function planPeople(world: World, people: People): void {
  const { scheduler } = world;
  const { random } = scheduler;
  const look = (): void => {
    people.decide();
    if (!people.isDone || !isSettled(world)) scheduler.schedule(2500, 'a person looks', look);
  };
  scheduler.schedule(2500, 'a person looks', look);
  const [account] = world.providers.keys();
  const provider = account === undefined ? undefined : world.providers.get(account);
  if (provider === undefined || account === undefined || random.chance(0.5)) return;
  provider.onExecution = (execution) => {
    for (let times = random.between(0, 2); times > 0; times -= 1) {
      const event = eventOf(provider.capabilities.lookupBy[0] as string, execution);
      scheduler.schedule(random.between(0, 8000), 'a notification', () => {
        people.notify(account, event);
      });
    }
  };
}

function eventOf(provider: string, { captureId, request, status }: Execution): object {
  const { authorizationId, reference, amount } = request;
  const keys = { captureId, authorizationId, reference, amount };
  return {
    provider,
    status,
    captureId,
    authorizationId,
    reference,
    reportedAmount: amount,
    lookupKeys: keys,
    response: {},
  };
}

function isSettled(world: World): boolean {
  return world.store.rows().every(({ state }) => ['captured', 'declined', 'unsent', 'cancelled'].includes(state));
}

function checkEnd({ store, delivered }: World, people: People): void {
  hold('work ends', people.isDone, 'with faults off it goes on for ever');
  for (const { id, state, needsDecision } of store.rows()) {
    const isEnded = ['captured', 'declined', 'unsent', 'cancelled'].includes(state) || needsDecision;
    hold('everything ends', isEnded, `${id} stays ${state}`);
  }
  for (const { process, operationId, at } of delivered) {
    const decidedAt = people.decided.get(operationId);
    const isLost = !process.isAlive || process.lastTrouble >= at;
    const wasDropped = decidedAt !== undefined && decidedAt > at + LONGEST_RECORDING && !isLost;
    hold('a response counts whenever it comes', !wasDropped, `${operationId} was left to a person`);
  }
  for (const { name, process } of people.calls) hold('every call ends', !process.isAlive, `${name} does not`);
}
