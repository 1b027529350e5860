import { ONE_OF_OURS, oursWith, PROVIDERS, TRANSPORTS, type TransportName } from '../contenders.ts';
import { spread, type Results } from '../results.ts';
import type { Settings } from '../settings.ts';
import { count } from './format.ts';
import { below, within, type Measured, type TargetResult } from './target-result.ts';

const middle = (figures: readonly number[]): number => spread(figures)?.median ?? NaN;

/** All our providers with these transports. */
const all = (...transports: readonly TransportName[]): string[] =>
  transports.flatMap((transport) => PROVIDERS.map((id) => oursWith(id, transport)));

/** Compares every target with the measurements. Of several figures the worst counts; of several rounds the median. */
export function targets(results: Results, { levels, growth }: Settings): TargetResult[] {
  const own = (name: string, contenders: readonly string[], unit = 1): Measured[] =>
    contenders.map((contender) => ({ contender, figure: middle(results.of(contender, name)) / unit }));
  const against = (other: string, name: string, ...transports: readonly TransportName[]): Measured[] =>
    all(...transports).map((contender) => ({ contender, figure: middle(results.ratios(contender, other, name)) }));
  const cpu = (other: string, transport: TransportName): Measured[] =>
    levels.flatMap(({ inFlight }) =>
      against(other, `cpu@${String(inFlight)}`, transport).map(({ contender, figure }) => ({
        contender: `${contender}, ${String(inFlight)} in flight`,
        figure,
      })),
    );
  const [early = 0, before = 0, last = 0] = growth;
  const grown = (compare: (of: (name: string) => number) => number): Measured[] =>
    TRANSPORTS.map((transport) => oursWith(ONE_OF_OURS, transport)).map((contender) => ({
      contender,
      figure: compare((name) => middle(results.of(contender, name))),
    }));
  const slower = grown((of) => of(`cpu to ${String(last)}`) / of(`cpu to ${String(before)}`));
  const fuller = grown((of) => (of(`heap at ${String(last)}`) - of(`heap at ${String(early)}`)) / (last - early));

  return [
    within('CPU, default transport ÷ `ky` with the same options', 1.25, '×', cpu('ky', 'ky')),
    within('CPU, Node transport ÷ `node:http`, fresh connections', 1.25, '×', cpu('node:http, fresh', 'node')),
    below('CPU, Node transport ÷ `stripe`, which keeps connections', cpu('stripe', 'node')),
    below('First capture, default transport ÷ `stripe`', against('stripe', 'first', 'ky')),
    below('First capture, Node transport ÷ `stripe`', against('stripe', 'first', 'node')),
    within('Bundle, default transport', 20, ' kB', own('bundle', all('ky'), 1000)),
    within('Bundle, Node transport', 20, ' kB', own('bundle', all('node'), 1000)),
    within('Installed size', 6, ' MB', own('installed', all(...TRANSPORTS), 1e6)),
    within('Packages', 5, '', own('packages', all(...TRANSPORTS))),
    within('One signature', 10, ' µs', own('sign', PROVIDERS)),
    within('One validation', 10, ' µs', own('validate', PROVIDERS)),
    within('Reading one response', 15, ' µs', own('read', PROVIDERS)),
    within('Memory, default transport ÷ `node:http`', 1.5, '×', against('node:http, fresh', 'peak', 'ky')),
    within('Memory, Node transport ÷ `node:http`', 1.5, '×', against('node:http, fresh', 'peak', 'node')),
    within(`CPU of the last of ${count(last)} ÷ of those up to ${count(before)}`, 1.1, '×', slower),
    within(`Heap kept by each from ${count(early)} to ${count(last)}`, 8, ' bytes', fuller),
  ];
}
