import type { Connection } from './connection.ts';
import type { Row } from './rows.ts';

const HALF = 2 ** 32;

/** The statements of the tallies. */
export const TALLIES = {
  add: `UPDATE capture_tallies SET count = count + ?, high = high + ?, low = low + ?
    WHERE account = ? AND state = ? AND needs_decision = ? AND currency = ?`,
  insert:
    'INSERT INTO capture_tallies (count, high, low, account, state, needs_decision, currency) VALUES (?, ?, ?, ?, ?, ?, ?)',
} as const;

interface Difference {
  readonly row: Row;
  count: number;
  high: number;
  low: number;
}

/** What one transaction adds to the tallies: written once at its end, however many operations it changes. */
export class TallyDifferences {
  readonly #differences = new Map<string, Difference>();

  /** Counts this operation in, or with -1 out. */
  count(row: Row, sign: 1 | -1): void {
    const group = JSON.stringify([row.account, row.state, row.needs_decision, row.currency]);
    const difference = this.#differences.get(group) ?? { row, count: 0, high: 0, low: 0 };
    difference.count += sign;
    difference.high += sign * Math.floor(row.minor / HALF);
    difference.low += sign * (row.minor % HALF);
    this.#differences.set(group, difference);
  }

  write(connection: Connection): void {
    for (const { row, count, high, low } of this.#differences.values()) {
      if (count === 0 && high === 0 && low === 0) continue;
      const values = [
        BigInt(count),
        BigInt(high),
        BigInt(low),
        row.account,
        row.state,
        row.needs_decision,
        row.currency,
      ];
      const { changes } = connection.statement(TALLIES.add).run(...values);
      if (changes === 0) connection.statement(TALLIES.insert).run(...values);
    }
  }
}

/** The sum of the two halves. */
export const sumOf = (high: bigint, low: bigint): bigint => high * BigInt(HALF) + low;
