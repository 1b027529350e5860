// Loaded before a program (`--import`): strikes this process at one of its own moments, named in STRIKE_AT, without any
// switch in what it runs. Nothing after the moment is executed: a signal to the own process takes effect at once.
import { writeSync } from 'node:fs';
import http, { ClientRequest, type IncomingMessage } from 'node:http';
import { DatabaseSync } from 'node:sqlite';
import { SqliteStore } from '../../src/sqlite/sqlite-store.ts';
import type { ProgramPoint } from './points.ts';
import type { Strike } from './strike.ts';

const [at, signal, occurrence] = (process.env['STRIKE_AT'] ?? '').split(' ') as [ProgramPoint, Strike, string];
let left = Number(occurrence);

function reached(point: ProgramPoint): void {
  if (point !== at) return;
  left -= 1;
  if (left !== 0) return;
  writeSync(1, `struck ${point}\n`);
  process.kill(process.pid, signal);
}

/** Calls `before` with the arguments of each call of a method. */
function before<Name extends string>(owner: Record<Name, unknown>, name: Name, call: (given: unknown[]) => void): void {
  const original = owner[name] as (...given: unknown[]) => unknown;
  owner[name] = function (this: unknown, ...given: unknown[]) {
    call(given);
    return Reflect.apply(original, this, given);
  };
}

// The commits of intents and of outcomes are distinguished by what was requested of the store since the last one.
type Content = 'intent' | 'outcome';
let requested = new Set<Content>();
let committing = requested;
before(SqliteStore.prototype as never, 'record', ([, options]) => {
  if ((options as { claim?: unknown }).claim === undefined) return;
  reached('before-intent');
  requested.add('intent');
});
before(SqliteStore.prototype as never, 'claimToSend', () => {
  reached('before-intent');
  requested.add('intent');
});
before(SqliteStore.prototype as never, 'change', ([change]) => {
  if ((change as { by: string }).by !== 'result') return;
  reached('judged');
  requested.add('outcome');
});
// eslint-disable-next-line @typescript-eslint/unbound-method -- It is called with its database.
const { exec } = DatabaseSync.prototype;
DatabaseSync.prototype.exec = function (sql) {
  // The smallest cache, so that pages are in the file before the commit, as those of a large transaction are.
  if (at === 'in-the-wal' && sql.startsWith('BEGIN')) exec.call(this, 'PRAGMA cache_size = 1');
  if (sql === 'COMMIT') {
    [committing, requested] = [requested, new Set()];
    if (committing.has('intent')) reached('in-the-wal');
    if (committing.has('outcome')) reached('before-outcome');
  }
  exec.call(this, sql);
  if (sql !== 'COMMIT') return;
  if (committing.has('intent')) reached('intent-committed');
  if (committing.has('outcome')) reached('outcome-committed');
};

// The transport hands a request to a connected socket by `end`, and not before.
before(http, 'request', () => {
  reached('before-connect');
});
before(ClientRequest.prototype as never, 'end', () => {
  reached('connected');
});
before(ClientRequest.prototype as never, 'emit', ([event, incoming]) => {
  if (event === 'response')
    (incoming as IncomingMessage).on('end', () => {
      reached('body-in');
    });
});
