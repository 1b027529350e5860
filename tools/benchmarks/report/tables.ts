import { table } from '../../generate/markdown.ts';
import { CONTENDERS, DEFAULTS, ONE_OF_OURS, oursWith, PROVIDERS, type Contender } from '../contenders.ts';
import { spread, type Results } from '../results.ts';
import type { Settings } from '../settings.ts';
import { count, digits, written } from './format.ts';
import type { TargetResult } from './target-result.ts';

const shown = (results: Results, id: string, name: string, scale = 1): string =>
  written(spread(results.of(id, name)), scale);

/** Ours in bold, so that they stand out. */
const named = ({ id, kind }: Contender): string => (kind === 'ours' ? `**${id}**` : `\`${id}\``);

export function targetsTable(results: readonly TargetResult[]): string {
  return table(
    ['Target', 'Limit', 'Worst measured', ''],
    results.map(({ what, limit, worst, met }) => [what, limit, worst, met ? 'met' : '**missed**']),
  );
}

export function speedTable(results: Results, { levels }: Settings): string {
  const each = (unit: string) => levels.map(({ inFlight }) => `${unit}, ${String(inFlight)} in flight`);
  return table(
    ['', 'Connections', ...each('µs of CPU'), ...each('per second')],
    CONTENDERS.map((one) => [
      named(one),
      one.connection,
      ...levels.map(({ inFlight }) => shown(results, one.id, `cpu@${String(inFlight)}`)),
      ...levels.map(({ inFlight }) => shown(results, one.id, `rate@${String(inFlight)}`)),
    ]),
  );
}

export function costTable(results: Results): string {
  return table(
    ['', 'First capture, ms', 'Bundle, kB', 'Installed, MB', 'Packages', 'Peak memory while they wait, MB'],
    CONTENDERS.map((one) => [
      named(one),
      shown(results, one.id, 'first'),
      shown(results, one.id, 'bundle', 1000),
      shown(results, one.id, 'installed', 1e6),
      results.of(one.id, 'packages').join(''),
      shown(results, one.id, 'peak'),
    ]),
  );
}

export function partsTable(results: Results): string {
  return table(
    ['µs of CPU', 'Sign', 'Validate', 'Prepare', 'Read', 'Everything but sending'],
    PROVIDERS.map((id) => [
      `**${id}**`,
      ...['sign', 'validate', 'prepare', 'read', 'whole'].map((step) => shown(results, id, step)),
    ]),
  );
}

export function growthTable(results: Results, { growth }: Settings): string {
  const of = (id: string, name: string) => results.of(id, name)[0] ?? NaN;
  return table(
    ['', ...growth.flatMap((total) => [`µs of CPU, up to ${count(total)}`, 'heap then, MB'])],
    DEFAULTS.map((way) => {
      const id = oursWith(ONE_OF_OURS, way);
      const cells = growth.flatMap((total) => [
        digits(of(id, `cpu to ${String(total)}`)),
        digits(of(id, `heap at ${String(total)}`) / 1e6),
      ]);
      return [`**${id}**`, ...cells];
    }),
  );
}
