import { DEFAULTS, ONE_OF_OURS, oursWith, PROVIDERS, type Way } from '../contenders.ts';
import { spread, type Results } from '../results.ts';
import type { Settings } from '../settings.ts';
import { count } from './format.ts';
import { below, within, type Measured, type TargetResult } from './target-result.ts';

const middle = (figures: readonly number[]): number => spread(figures)?.median ?? NaN;

/** All our providers, sending in these ways. */
const all = (...ways: readonly Way[]): string[] => ways.flatMap((way) => PROVIDERS.map((id) => oursWith(id, way)));

const FRESH = 'node:http, fresh';

/** The worst of ours ÷ bare ky when captures were last measured through ky alone: it must not become more. */
const KY_BEFORE = 1.61;

/** Compares every target with the measurements. Of several figures the worst counts; of several rounds the median. */
export function targets(results: Results, { levels, growth }: Settings): TargetResult[] {
  const own = (name: string, contenders: readonly string[], unit = 1): Measured[] =>
    contenders.map((contender) => ({ contender, figure: middle(results.of(contender, name)) / unit }));
  const against = (other: string, name: string, contenders: readonly string[], otherName = name): Measured[] =>
    contenders.map((contender) => ({ contender, figure: middle(results.ratios(contender, other, name, otherName)) }));
  const cpu = (other: string, way: Way): Measured[] =>
    levels.flatMap(({ inFlight }) =>
      against(other, `cpu@${String(inFlight)}`, all(way)).map(({ contender, figure }) => ({
        contender: `${contender}, ${String(inFlight)} in flight`,
        figure,
      })),
    );
  // A step, as a part of what a capture takes without a library.
  const step = (name: string): Measured[] => against(FRESH, name, PROVIDERS, 'cpu@32');
  const waiting = (way: Way): Measured[] => against(FRESH, 'peak', [oursWith(ONE_OF_OURS, way)]);
  const [early = 0, before = 0, last = 0] = growth;
  const grown = (compare: (of: (name: string) => number) => number): Measured[] =>
    DEFAULTS.map((way) => oursWith(ONE_OF_OURS, way)).map((contender) => ({
      contender,
      figure: compare((name) => middle(results.of(contender, name))),
    }));
  const slower = grown((of) => of(`cpu to ${String(last)}`) / of(`cpu to ${String(before)}`));
  const fuller = grown((of) => (of(`heap at ${String(last)}`) - of(`heap at ${String(early)}`)) / (last - early));

  return [
    within('CPU, default ÷ `node:http`, fresh connections', 1.35, '×', cpu(FRESH, 'default')),
    ...['adyen', 'mollie', 'braintree', 'square'].map((other) =>
      below(`CPU, default ÷ \`${other}\``, cpu(other, 'default')),
    ),
    within('CPU, lookup over kept connections ÷ `stripe`', 1, '×', cpu('stripe', 'kept')),
    within('CPU, through `fetch` ÷ `ky` with the same options', KY_BEFORE, '×', cpu('ky', 'fetch')),
    within('First capture, default ÷ `stripe`', 0.7, '×', against('stripe', 'first', all('default'))),
    within('One signature ÷ a capture by `node:http`', 0.09, '×', step('sign')),
    within('One validation ÷ a capture by `node:http`', 0.09, '×', step('validate')),
    within('Reading one response ÷ a capture by `node:http`', 0.13, '×', step('read')),
    within('Bundle for Node', 20, ' kB', own('bundle', all('default'), 1000)),
    within('Installed size', 6, ' MB', own('installed', all('default'), 1e6)),
    within('Packages', 5, '', own('packages', all('default'))),
    within('Memory of waiting captures, default ÷ `node:http`', 1.3, '×', waiting('default')),
    within(`CPU of the last of ${count(last)} ÷ of those up to ${count(before)}`, 1.1, '×', slower),
    within(`Heap kept by each from ${count(early)} to ${count(last)}`, 8, ' bytes', fuller),
  ];
}
