import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { execFile } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { startSandbox } from './sandbox.ts';

/** The figures of one child process: numbers by name. */
export type Figures = Readonly<Record<string, number>>;

/** One provider's figures in one round. */
export interface OfProvider {
  readonly plain: Figures;
  readonly journal: Figures;
  readonly ownCommits: Figures;
  readonly lonePlain: Figures;
  readonly loneJournal: Figures;
  readonly batchPlain: Figures;
  readonly batchJournal: Figures;
}

/** One round. */
export interface Round {
  readonly providers: Readonly<Record<string, OfProvider>>;
  /** The same journal at several sizes. */
  readonly sizes: readonly Figures[];
  readonly batch: number;
}

/** The extent of a measurement. */
export interface Extent {
  readonly quick: boolean;
  readonly rounds: number;
  /** The most operations that are recorded. */
  readonly largest: number;
  readonly folder?: string | undefined;
  readonly log: (line: string) => void;
}

const PROVIDERS = ['freepayment', 'payfull'] as const;
const PROGRAMS = join(import.meta.dirname, 'child-process');

/** Measures all rounds. */
export async function measure({ quick, rounds, largest, folder, log }: Extent): Promise<readonly Round[]> {
  const [count, lone, batch] = quick ? [200, 20, 60] : [8000, 300, 3000];
  const sizes = quick ? '3000,6000' : [10_000, 100_000, 1_000_000].filter((size) => size <= largest).join(',');
  const base = mkdtempSync(join(folder ?? tmpdir(), 'capture-journal-bench-'));
  let files = 0;
  const child = async (program: string, ...args: readonly (string | number)[]): Promise<readonly Figures[]> => {
    const file = join(base, `${(files += 1)}.db`);
    const flags = ['--no-warnings', '--expose-gc', join(PROGRAMS, program)];
    const { stdout } = await promisify(execFile)(process.execPath, [...flags, ...args.map(String), file]);
    for (const suffix of ['', '-wal', '-shm']) rmSync(file + suffix, { force: true });
    return stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Figures);
  };
  const one = async (...run: Parameters<typeof child>): Promise<Figures> => (await child(...run))[0] ?? {};
  try {
    const made: Round[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const providers: Record<string, OfProvider> = {};
      for (const provider of PROVIDERS) {
        const orders = join(base, 'orders.json');
        const atServer = async (mode: string): Promise<Figures> => {
          const sandbox = await startSandbox(provider, batch);
          writeFileSync(orders, JSON.stringify(sandbox.orders));
          try {
            return await one('batch.js', provider, mode, orders);
          } finally {
            sandbox.stop();
          }
        };
        providers[provider] = {
          plain: await one('rate.js', provider, 'plain', 32, count),
          journal: await one('rate.js', provider, 'journal', 32, count),
          ownCommits: await one('rate.js', provider, 'own-commits', 32, count / 4),
          lonePlain: await one('rate.js', provider, 'plain', 1, lone),
          loneJournal: await one('rate.js', provider, 'journal', 1, lone),
          batchPlain: await atServer('plain'),
          batchJournal: await atServer('journal'),
        };
        log(`round ${round + 1}: ${provider}`);
      }
      // Once: it takes minutes, and its figures are compared within one process.
      const grown = round === 0 ? await child('size.js', sizes) : [];
      made.push({ providers, sizes: grown, batch });
      log(`round ${round + 1}: sizes`);
    }
    return made;
  } finally {
    rmSync(base, { recursive: true, force: true });
  }
}
