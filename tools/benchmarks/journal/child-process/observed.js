// Longest stop of the event loop, and the transactions of SQLite, observed from outside.
import { DatabaseSync } from 'node:sqlite';
import { performance } from 'node:perf_hooks';

const transactions = { count: 0, longest: 0, commits: [] };
let begun = 0;
const { exec } = DatabaseSync.prototype;
DatabaseSync.prototype.exec = function (sql) {
  const start = performance.now();
  if (sql.startsWith('BEGIN')) begun = start;
  exec.call(this, sql);
  if (sql !== 'COMMIT') return;
  const end = performance.now();
  transactions.count += 1;
  transactions.longest = Math.max(transactions.longest, end - begun);
  transactions.commits.push(end - start);
};

export const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0;

/** Forgets what was observed until now. */
export function forget() {
  transactions.count = transactions.longest = 0;
  transactions.commits.length = 0;
}

/** The transactions since then: how many, the longest from BEGIN to COMMIT, and the median COMMIT. */
export const observed = () => ({
  transactions: transactions.count,
  longestTransaction: transactions.longest,
  longestCommit: transactions.commits.reduce((most, one) => Math.max(most, one), 0),
  medianCommit: median(transactions.commits),
});

/** Measures stops of the event loop by a timer that wants to run all the time. */
export function watchStops() {
  let last = performance.now();
  let longest = 0;
  let isOver = false;
  const stops = [];
  const tick = () => {
    const now = performance.now();
    const stop = now - last;
    longest = Math.max(longest, stop);
    stops.push(stop);
    last = now;
    if (!isOver) setImmediate(tick);
  };
  setImmediate(tick);
  return () => {
    isOver = true;
    return { longestStop: longest, stops: stops.sort((a, b) => a - b) };
  };
}
