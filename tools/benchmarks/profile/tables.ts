import { table } from '../../generate/markdown.ts';
import type { Spent } from './read.ts';
import { OWNERS, type Owner } from './owners.ts';

/** The profile of one subject. */
export interface Profiled {
  readonly name: string;
  readonly spent: readonly Spent[];
}

/** The share of each owner in a run, in percent of its time: the speed of a shared machine varies. */
export function shareTable(rows: readonly Profiled[]): string {
  const used = (Object.keys(OWNERS) as (keyof typeof OWNERS)[]).filter((owner) =>
    rows.some((row) => of(row, owner) > 0),
  );
  return table(
    ['%', ...used.map((owner) => OWNERS[owner])],
    rows.map((row) => [row.name, ...used.map((owner) => percent(of(row, owner) / of(row)))]),
  );
}

/** The functions that take most of a run, in percent of its time. */
export function functionTable(rows: readonly Profiled[], most: number): string {
  return table(
    ['%', 'mostly in'],
    rows.map((row) => {
      const costliest = row.spent.slice(0, most);
      const written = costliest.map(({ where, microseconds }) => `${where} ${percent(microseconds / of(row))}`);
      return [row.name, written.join(', ')];
    }),
  );
}

function of({ spent }: Profiled, owner?: Owner): number {
  const counted = owner === undefined ? spent : spent.filter((one) => one.owner === owner);
  return counted.reduce((sum, { microseconds }) => sum + microseconds, 0);
}

const percent = (share: number): string => (share * 100).toFixed(share === 0 || share >= 0.1 ? 0 : 1);
