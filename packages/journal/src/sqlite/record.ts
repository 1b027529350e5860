import type { Claim, NewOperation, RecordOptions, RecordOutcome } from '../contract/store.ts';
import { OPEN_STATES } from '../states/transitions.ts';
import { addClaimed, sendingRow } from './claim.ts';
import { newRow, operationOf, type Row, SELECT } from './rows.ts';
import type { Transaction } from './transaction.ts';

/** The statements of recording. */
export const RECORDING = {
  byKey: `${SELECT} WHERE key = ? AND account = ?`,
  byAuthorization: `${SELECT} WHERE authorization_id = ? AND account = ? ORDER BY id`,
  byRepeated: `${SELECT} WHERE repeats = ? AND account = ? ORDER BY id`,
} as const;

interface Found {
  readonly kind: RecordOutcome['kind'];
  readonly row: Row;
}

/** Records all of these operations or none. Everything is checked before anything is written. */
export function record(
  transaction: Transaction,
  operations: readonly NewOperation[],
  { accepts, claim }: Pick<RecordOptions, 'accepts' | 'claim'>,
): readonly RecordOutcome[] {
  const plan = new Plan(transaction);
  const outcomes = operations.map((given) => plan.outcomeOf(given, accepts));
  const isRefused = outcomes.some(({ kind }) => kind === 'key-reused' || kind === 'busy');
  const written = isRefused ? new Map<Row, Row>() : insert(transaction, outcomes, claim);
  return outcomes.map(({ kind, row }) => ({ kind, operation: operationOf(written.get(row) ?? row) }));
}

/** Inserts the new rows. Returns what each one has become. */
function insert(transaction: Transaction, outcomes: readonly Found[], claim: Claim | undefined): Map<Row, Row> {
  const written = new Map<Row, Row>();
  for (const { kind, row } of outcomes) {
    if (kind !== 'recorded') continue;
    // Written once, as it is when this commits; its history has both steps.
    const inserted = claim ? sendingRow(row, claim, transaction.now) : row;
    transaction.insert(inserted);
    if (claim) addClaimed(transaction, inserted);
    written.set(row, inserted);
  }
  return written;
}

/** What a call is going to record, so that its operations count among each other. */
class Plan {
  readonly #transaction: Transaction;
  readonly #byKey = new Map<string, Row>();
  readonly #byAuthorization = new Map<string, Row[]>();

  constructor(transaction: Transaction) {
    this.#transaction = transaction;
  }

  outcomeOf(given: NewOperation, accepts: RecordOptions['accepts']): Found {
    const same = this.#withKeyOf(given);
    if (same) return { kind: accepts(operationOf(same), given) ? 'existing' : 'key-reused', row: same };
    const inTheWay =
      this.#repetitionsLike(given).find(keepsRepetition) ??
      this.#withAuthorizationOf(given).find((row) => keepsBusy(row, given));
    if (inTheWay) return { kind: 'busy', row: inTheWay };
    return { kind: 'recorded', row: this.#add(given) };
  }

  #withKeyOf({ account, key }: NewOperation): Row | undefined {
    const planned = this.#byKey.get(JSON.stringify([account, key]));
    const { connection } = this.#transaction;
    return planned ?? (connection.statement(RECORDING.byKey).get(key, account) as unknown as Row | undefined);
  }

  #withAuthorizationOf({ account, authorizationId }: NewOperation): readonly Row[] {
    if (authorizationId === undefined) return [];
    const recorded = withAuthorization(this.#transaction, account, authorizationId);
    return [...recorded, ...(this.#byAuthorization.get(JSON.stringify([account, authorizationId])) ?? [])];
  }

  #repetitionsLike({ account, repeats }: NewOperation): readonly Row[] {
    if (repeats === undefined) return [];
    const { connection } = this.#transaction;
    const recorded = connection.statement(RECORDING.byRepeated).all(repeats, account) as unknown as Row[];
    const planned = [...this.#byKey.values()].filter((row) => row.repeats === repeats && row.account === account);
    return [...recorded, ...planned];
  }

  #add(given: NewOperation): Row {
    const { account, key, authorizationId } = given;
    const row = newRow(given, this.#transaction.now);
    this.#byKey.set(JSON.stringify([account, key]), row);
    if (authorizationId === undefined) return row;
    const authorization = JSON.stringify([account, authorizationId]);
    const planned = this.#byAuthorization.get(authorization);
    if (planned) planned.push(row);
    else this.#byAuthorization.set(authorization, [row]);
    return row;
  }
}

/** Returns whether a repetition keeps its operation from another one. One that a person decided is itself repeated. */
function keepsRepetition({ state, decision }: Row): boolean {
  return state !== 'cancelled' && (state !== 'declined' || decision !== null);
}

/** Returns whether another operation keeps the authorization of one that is to be sent again. */
export function isBusy(transaction: Transaction, row: Row): boolean {
  if (row.authorization_id === null) return false;
  const given = { additional: row.additional === 1, single: row.single === 1 };
  const others = withAuthorization(transaction, row.account, row.authorization_id);
  return others.some((other) => other.id !== row.id && keepsBusy(other, given));
}

function withAuthorization({ connection }: Transaction, account: string, authorizationId: string): readonly Row[] {
  return connection.statement(RECORDING.byAuthorization).all(authorizationId, account) as unknown as readonly Row[];
}

function keepsBusy({ state }: Row, { additional, single }: Pick<NewOperation, 'additional' | 'single'>): boolean {
  return state === 'captured' ? single : OPEN_STATES.includes(state) && !additional;
}
