import { DatabaseSync } from 'node:sqlite';
import type { LookupKeys, Money } from '@capture/core';

export interface Order {
  /** Also the `reference` of its capture: unique, and known before anything is sent. */
  readonly id: string;
  readonly authorizationId: string;
  readonly amount: Money;
  readonly clientIp: string;
}

/** Money may have moved under the three in the middle: such an order is looked up, never captured again. */
export type Status = 'authorized' | 'unsent' | 'sending' | 'pending' | 'unknown' | 'captured' | 'declined';

const database = new DatabaseSync(process.env.DATABASE ?? 'orders.db');
database.exec(`
  PRAGMA busy_timeout = 5000;
  CREATE TABLE IF NOT EXISTS orders (
    id               TEXT PRIMARY KEY,
    authorization_id TEXT NOT NULL UNIQUE,
    minor            INTEGER NOT NULL, -- minor units
    currency         TEXT NOT NULL,
    client_ip        TEXT NOT NULL,
    status           TEXT NOT NULL DEFAULT 'authorized',
    lookup           TEXT,             -- lookup keys as JSON, written before the capture is sent
    capture_id       TEXT,
    error_code       TEXT
  ) STRICT`);

/** Inserts an order as the checkout leaves it: authorized, not captured. */
export function addOrder({ id, authorizationId, amount, clientIp }: Order): void {
  database
    .prepare('INSERT INTO orders (id, authorization_id, minor, currency, client_ip) VALUES (?, ?, ?, ?, ?)')
    .run(id, authorizationId, amount.minor, amount.currency, clientIp);
}

export function findOrder(id: string): Order | undefined {
  const row = database.prepare('SELECT * FROM orders WHERE id = ?').get(id);
  return (
    row && {
      id,
      authorizationId: String(row.authorization_id),
      amount: { minor: Number(row.minor), currency: String(row.currency) },
      clientIp: String(row.client_ip),
    }
  );
}

/** Reserves an order for one capture. One statement, so only one of two processes gets `true`. */
export function reserve(id: string, lookup: LookupKeys): boolean {
  const { changes } = database
    .prepare("UPDATE orders SET status = 'sending', lookup = ? WHERE id = ? AND status IN ('authorized', 'unsent')")
    .run(JSON.stringify(lookup), id);
  return changes === 1;
}

/** Records an outcome, unless the status is final already. */
export function record(
  id: string,
  status: Status,
  details: { lookup?: LookupKeys | undefined; captureId?: string | undefined; errorCode?: string | undefined },
): void {
  const lookup = details.lookup && JSON.stringify(details.lookup);
  database
    .prepare(
      `UPDATE orders SET status = ?, lookup = coalesce(?, lookup), capture_id = coalesce(?, capture_id), error_code = ?
       WHERE id = ? AND status IN ('sending', 'pending', 'unknown')`,
    )
    .run(status, lookup ?? null, details.captureId ?? null, details.errorCode ?? null, id);
}

/** The orders whose outcome is not final, with their lookup keys. */
export function openOrders(): { id: string; lookup: LookupKeys }[] {
  return database
    .prepare("SELECT id, lookup FROM orders WHERE status IN ('sending', 'pending', 'unknown')")
    .all()
    .map(({ id, lookup }) => ({ id: String(id), lookup: JSON.parse(String(lookup)) as LookupKeys }));
}
