import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { isWirePoint, type PlannedStrike } from './points.ts';
import type { Proxy } from './proxy.ts';

/** What a program reported of one order. */
export interface Acknowledged {
  readonly id: string;
  readonly key: string;
  readonly state: string;
  readonly captureId?: string;
}

/** One run of a program. */
export interface ChildRun {
  readonly program: string;
  /** Modules that are loaded before it. */
  readonly imports?: readonly string[] | undefined;
  readonly args: readonly string[];
  readonly proxy: Proxy;
  readonly strike?: PlannedStrike | undefined;
  /** Milliseconds that a stopped process stands still. */
  readonly pause: number;
  readonly onAcknowledged: (acknowledged: Acknowledged) => void;
}

/** The end of a run. */
export interface ChildEnd {
  readonly isStruck: boolean;
  /** Set where it ended in another way than well or by the strike. */
  readonly problem?: string | undefined;
}

const FOLDER = import.meta.dirname;

/** Runs a program in a process of its own, and strikes it as planned. */
export async function runChild({
  program,
  imports = [],
  args,
  proxy,
  strike,
  pause,
  onAcknowledged,
}: ChildRun): Promise<ChildEnd> {
  const isOfProgram = strike !== undefined && strike.point !== 'at-random' && !isWirePoint(strike.point);
  const modules = [...(isOfProgram ? ['strike-at.ts'] : []), ...imports].map(
    (name) => `--import=${join(FOLDER, name)}`,
  );
  const flags = ['--conditions=@capture/source', '--no-warnings', ...modules];
  const child = spawn(process.execPath, [...flags, join(FOLDER, program), ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...(isOfProgram && { STRIKE_AT: `${strike.point} ${strike.signal} ${strike.occurrence}` }) },
  });
  const made = { isStruck: false };
  const goOn = async (): Promise<void> => {
    await delay(pause);
    child.kill('SIGCONT');
  };
  const struck = (): 'killed' | 'stopped' => {
    made.isStruck = true;
    if (strike?.signal === 'SIGKILL') return 'killed';
    void goOn();
    return 'stopped';
  };
  const strikeNow = (): 'killed' | 'stopped' => {
    child.kill(strike?.signal);
    return struck();
  };
  if (strike && strike.point !== 'at-random' && isWirePoint(strike.point))
    proxy.armed = { point: strike.point, left: strike.occurrence, strike: strikeNow };
  let timer: NodeJS.Timeout | undefined;
  createInterface({ input: child.stdout }).on('line', (line) => {
    if (line === 'open' && strike?.point === 'at-random') timer = setTimeout(strikeNow, strike.delay);
    else if (line.startsWith('struck ')) struck();
    else if (line.startsWith('{')) onAcknowledged(JSON.parse(line) as Acknowledged);
  });
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  const [code, signal] = (await once(child, 'close')) as [number | null, string | null];
  clearTimeout(timer);
  proxy.armed = undefined;
  const isWell = code === 0 || (made.isStruck && signal === 'SIGKILL');
  return {
    isStruck: made.isStruck,
    problem: isWell ? undefined : `a process ended with ${signal ?? code}: ${errors.slice(0, 2000)}`,
  };
}
