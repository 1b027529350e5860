import { availableParallelism, cpus, loadavg } from 'node:os';
import { table } from '../../generate/markdown.ts';
import { digits } from '../report/format.ts';
import type { Figures, OfProvider, Round } from './measure.ts';

/** The load of the machine before anything is measured. */
const LOAD = loadavg()[0] ?? 0;

interface Target {
  readonly what: string;
  readonly limit: string;
  readonly unit: string;
  readonly of: (provider: OfProvider) => number;
  readonly fits: (figure: number) => boolean;
}

const figure = (figures: Figures | undefined, name: string): number => figures?.[name] ?? Number.NaN;
const ratio = (a: Figures, b: Figures, name = 'perSecond'): number => figure(a, name) / figure(b, name);
const added = ({ loneJournal, lonePlain }: OfProvider): number =>
  figure(loneJournal, 'latency') - figure(lonePlain, 'latency');

const TARGETS: readonly Target[] = [
  {
    what: 'Captures per second, 32 in flight: journal ÷ none',
    limit: 'at least 0.6×',
    unit: '×',
    of: ({ journal, plain }) => ratio(journal, plain),
    fits: (found) => found >= 0.6,
  },
  {
    what: 'The same by CPU time: none ÷ journal',
    limit: 'at least 0.6×',
    unit: '×',
    of: ({ journal, plain }) => ratio(plain, journal, 'micros'),
    fits: (found) => found >= 0.6,
  },
  {
    what: 'Captures per second: journal ÷ a commit for each step',
    limit: 'at least 1.8×',
    unit: '×',
    of: ({ journal, ownCommits }) => ratio(journal, ownCommits),
    fits: (found) => found >= 1.8,
  },
  {
    what: 'Added to a lone capture, less two commits',
    limit: 'at most 5 ms',
    unit: ' ms',
    of: (provider) => added(provider) - 2 * figure(provider.loneJournal, 'medianCommit'),
    fits: (found) => found <= 5,
  },
  {
    what: 'A batch at the sandbox server: journal ÷ a loop',
    limit: 'at least 0.8×',
    unit: '×',
    of: ({ batchJournal, batchPlain }) => ratio(batchJournal, batchPlain),
    fits: (found) => found >= 0.8,
  },
  {
    what: 'Longest stop of the event loop ÷ longest transaction',
    limit: 'at most 1.5×',
    unit: '×',
    of: ({ journal }) => figure(journal, 'longestStop') / figure(journal, 'longestTransaction'),
    fits: (found) => found <= 1.5,
  },
];

function median(list: readonly number[]): number {
  const sorted = [...list].sort((a, b) => a - b);
  const middle = sorted.slice(Math.floor((sorted.length - 1) / 2), Math.floor(sorted.length / 2) + 1);
  return middle.reduce((sum, one) => sum + one, 0) / middle.length;
}

const providersOf = (rounds: readonly Round[]): string[] => Object.keys(rounds[0]?.providers ?? {});

const medianOf = (rounds: readonly Round[], provider: string, of: (one: OfProvider) => number): number =>
  median(rounds.flatMap(({ providers }) => providers[provider] ?? []).map(of));

/** The targets, with the median of the rounds for each provider; one is met where it is met at both. */
export function targetsTable(rounds: readonly Round[]): string {
  const names = providersOf(rounds);
  const rows = TARGETS.map(({ what, limit, unit, of, fits }) => {
    const figures = names.map((name) => medianOf(rounds, name, of));
    return [what, limit, ...figures.map((found) => digits(found) + unit), figures.every(fits) ? 'met' : '**missed**'];
  });
  const [first, last] = [rounds[0]?.sizes[0], rounds[0]?.sizes.at(-1)];
  const sized = (what: string, limit: string, name: string, most: number): string[] => {
    const found = figure(last, name) / figure(first, name);
    return [what, limit, `${digits(found)}×`, '', found <= most ? 'met' : '**missed**'];
  };
  const [from, to] = [first, last].map((one) => figure(one, 'size').toLocaleString('en-US'));
  rows.push(
    sized(`Heap with ${to} recorded operations ÷ with ${from}`, 'at most 1.2×', 'heap', 1.2),
    sized(`Claiming 32 of ${to} ÷ of ${from}`, 'at most 1.2×', 'claim', 1.2),
  );
  return table(['Target', 'Limit', ...names, ''], rows);
}

/** The figures behind the targets. */
export function figuresTable(rounds: readonly Round[]): string {
  const names = providersOf(rounds);
  const row = (what: string, of: (one: OfProvider) => number): string[] => [
    what,
    ...names.map((name) => digits(medianOf(rounds, name, of))),
  ];
  const batch = (rounds[0]?.batch ?? 0).toLocaleString('en-US');
  const provided = table(
    ['', ...names],
    [
      row('Captures/s without a journal', ({ plain }) => figure(plain, 'perSecond')),
      row('Captures/s with the journal', ({ journal }) => figure(journal, 'perSecond')),
      row('Captures/s with a commit for each step', ({ ownCommits }) => figure(ownCommits, 'perSecond')),
      row('µs of CPU per capture without a journal', ({ plain }) => figure(plain, 'micros')),
      row('µs of CPU per capture with the journal', ({ journal }) => figure(journal, 'micros')),
      row('Longest transaction, ms', ({ journal }) => figure(journal, 'longestTransaction')),
      row('Longest commit in it, ms', ({ journal }) => figure(journal, 'longestCommit')),
      row('Longest stop of the event loop, ms', ({ journal }) => figure(journal, 'longestStop')),
      row('A lone capture with the journal, ms', ({ loneJournal }) => figure(loneJournal, 'latency')),
      row('A lone capture without, ms', ({ lonePlain }) => figure(lonePlain, 'latency')),
      row('A commit of a lone capture, ms', ({ loneJournal }) => figure(loneJournal, 'medianCommit')),
      row(`A batch of ${batch} at the sandbox server, captures/s`, ({ batchJournal }) =>
        figure(batchJournal, 'perSecond'),
      ),
      row('A loop without a journal there, captures/s', ({ batchPlain }) => figure(batchPlain, 'perSecond')),
      row('Share of recording in the batch, %', ({ batchJournal }) => figure(batchJournal, 'recording') * 100),
    ],
  );
  const sizes = table(
    ['Recorded operations', 'Recorded per second', 'Claiming 32, ms', 'Heap while all are listed, MB', 'RSS, MB'],
    (rounds[0]?.sizes ?? []).map((one) => [
      figure(one, 'size').toLocaleString('en-US'),
      digits(figure(one, 'recordedPerSecond')),
      digits(figure(one, 'claim')),
      digits(figure(one, 'heap') / 1e6),
      digits(figure(one, 'rss') / 1e6),
    ]),
  );
  return `${provided}\n\n${sizes}`;
}

/** The machine that the figures belong to. */
export function machineLines(rounds: readonly Round[], minutes: number): string {
  return [
    `- ${cpus()[0]?.model.trim() ?? 'unknown CPU'}, ${availableParallelism()} cores; Node ${process.versions.node}, SQLite ${process.versions['sqlite'] ?? '?'}`,
    `- ${new Date().toISOString().slice(0, 10)}; ${rounds.length} rounds in ${minutes.toFixed(1)} minutes; load of the machine before it: ${LOAD.toFixed(2)}`,
  ].join('\n');
}
