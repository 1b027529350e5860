import { Random } from '../simulation/random.ts';
import { check, type Ends } from './check.ts';
import { type Acknowledged, runChild } from './child.ts';
import { type PlannedStrike, type Point, POINTS } from './points.ts';
import { createKillWorld, type World } from './world.ts';

/** The extent of one run. */
export interface KillPlan {
  readonly seed: number;
  /** Planned strikes. On a busy machine a process may end before its own. */
  readonly strikes: number;
  readonly orders: number;
  /** Processes at work on the file at once. */
  readonly lanes?: number;
  /** The share of strikes by SIGSTOP, for longer than the lease. */
  readonly pauses?: number;
  /** The share of strikes at a random time. */
  readonly random?: number;
  /** In place of points of the seed: these, in this order. */
  readonly points?: readonly Point[];
  /** In place of the program that is right. */
  readonly program?: string;
  readonly imports?: readonly string[];
}

/** The outcome of a run. */
export interface KillReport extends Ends {
  readonly strikes: Readonly<Record<string, number>>;
  /** Planned strikes that did not happen: the processes ended before. */
  readonly missed: number;
  readonly lost: number;
  readonly orders: number;
}

const LEASE = 1500;
/** Processes for each strike: one may end before it. */
const MOST_UNSTRUCK = 4;

/** Captures all orders with processes that are struck again and again; then one works in peace. Then compares. */
export async function runKills(plan: KillPlan): Promise<KillReport> {
  const { seed, strikes: wanted, orders, lanes = 2, program = 'capture-orders.ts', imports } = plan;
  const random = new Random(seed);
  const world = await createKillWorld({ random, orders, lanes, lease: LEASE });
  try {
    const acknowledged: Acknowledged[] = [];
    const problems: string[] = [];
    const strikes: Record<string, number> = {};
    const waiting = Array.from({ length: wanted }, (_, number) => planned(random, plan, number));
    const step = Math.max(1, Math.floor(orders / (2 * wanted)));
    let started = 0;
    const run = async (
      lane: World['lanes'][number],
      args: readonly string[],
      strike?: PlannedStrike,
    ): Promise<boolean> => {
      const { proxy, settings } = lane;
      const onAcknowledged = (one: Acknowledged): void => void acknowledged.push(one);
      const end = await runChild({
        ...{ program, imports, proxy, strike, onAcknowledged },
        args: [settings, ...args],
        pause: LEASE * 1.4,
      });
      if (end.problem) problems.push(end.problem);
      return end.isStruck;
    };
    const workOn = async (lane: World['lanes'][number]): Promise<void> => {
      for (let strike = waiting.shift(); strike; strike = waiting.shift()) {
        // Most of them were given to earlier processes as well, as something that delivers at least once does.
        const first = Math.max(0, ((started % (2 * wanted)) - 2) * step);
        started += 1;
        if (await run(lane, [`${first}`, `${4 * step}`], strike)) {
          const name = `${strike.signal} ${strike.point}`;
          strikes[name] = (strikes[name] ?? 0) + 1;
        } else waiting.unshift(strike);
        if (started === wanted * MOST_UNSTRUCK || problems.length > 0) return;
      }
    };
    await Promise.all(world.lanes.map(workOn));
    await run(world.lanes[0]!, ['0', `${orders}`, 'settled']);
    const ends = await check(world, acknowledged);
    return {
      ...ends,
      problems: [...problems, ...ends.problems],
      strikes,
      missed: waiting.length,
      lost: world.lost(),
      orders,
    };
  } finally {
    await world.close();
  }
}

function planned(
  random: Random,
  { points, pauses = 0.1, random: atRandom = 0.2 }: KillPlan,
  number: number,
): PlannedStrike {
  const point = points ? points[number % points.length]! : random.chance(atRandom) ? 'at-random' : random.pick(POINTS);
  const signal = random.chance(pauses) ? 'SIGSTOP' : 'SIGKILL';
  // Lookups are rare.
  const occurrence = point === 'looking-up' ? 1 : random.between(1, 4);
  return { point, signal, occurrence, delay: random.between(0, 150) };
}
