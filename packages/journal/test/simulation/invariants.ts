import type { OperationEvent } from '../../src/contract/operation.ts';
import type { StoredOperation } from '../../src/contract/store.ts';
import { FINAL_STATES, type OperationState, OPEN_STATES, TRANSITIONS } from '../../src/states/transitions.ts';
import type { Row } from './memory-rows.ts';
import type { MemoryStore } from './memory-store.ts';
import type { Truth } from './truth.ts';

/** A promise that was broken. */
export class Violation extends Error {
  override readonly name = 'Violation';
  readonly rule: string;

  constructor(rule: string, what: string) {
    super(`${rule}: ${what}`);
    this.rule = rule;
  }
}

/** Throws a {@link Violation} where it does not hold. */
export function hold(rule: string, holds: boolean, what: string): void {
  if (!holds) throw new Violation(rule, what);
}

/** A state as it is stored or reported. */
export type Claimed = Pick<StoredOperation, 'id' | 'state' | 'captureId'> & { readonly decision?: unknown };

/** Holds a state against what really happened. */
export function checkTruth({ id, state, captureId, decision }: Claimed, truth: Truth, where: string): void {
  const executions = truth.executionsOf(id);
  const moved = executions.filter(({ status }) => status !== 'declined');
  const isUnderWay = truth.sendingsOf(id).some(({ fate }) => fate === 'under-way');
  const what = `${id} is ${state}${where}`;
  if (captureId !== undefined)
    hold('siblings are not confused', executions.some((made) => made.captureId === captureId), `${what} as ${captureId}`); // prettier-ignore
  switch (state) {
    case 'captured':
      hold('captured is true', executions.some(({ status }) => status === 'captured'), what); // prettier-ignore
      return;
    case 'pending':
      hold('pending is true', executions.length > 0, what);
      return;
    case 'declined': {
      const wasDeclined =
        truth.sendingsOf(id).some(({ fate }) => fate === 'declined') ||
        executions.some(({ status }) => status === 'declined');
      hold('declined is true', moved.length === 0 && !isUnderWay, what);
      hold('declined has a proof', wasDeclined || decision !== undefined, what);
      return;
    }
    case 'recorded':
    case 'unsent':
    case 'cancelled':
      hold('unsent is true', moved.length === 0 && !isUnderWay, what);
      return;
    default:
  }
}

/** The invariants of what is stored, checked after every step that changed anything. */
export class Invariants {
  readonly #store: MemoryStore;
  readonly #truth: Truth;
  #seen: readonly OperationEvent[] = [];
  #rows: readonly Row[] = [];
  readonly #states = new Map<string, OperationState | undefined>();
  #version = -1;

  constructor(store: MemoryStore, truth: Truth) {
    this.#store = store;
    this.#truth = truth;
  }

  check(): void {
    const version = this.#store.version + this.#truth.executions.length + this.#truth.sendings.length;
    if (version === this.#version) return;
    this.#version = version;
    this.#checkHistory(this.#store.history());
    const rows = this.#store.rows();
    for (const row of rows) this.#checkRow(row);
    this.#checkAuthorizations(rows);
    this.#rows = rows;
  }

  #checkHistory(history: readonly OperationEvent[]): void {
    const isKept = this.#seen.every((event, i) => history[i] === event);
    hold('events are only added', isKept, `${this.#seen.length} became ${history.length}`);
    for (const { operationId, type, from, to } of history.slice(this.#seen.length)) {
      if (type !== 'state' && to === undefined) continue;
      const state = this.#states.get(operationId);
      const what = `${operationId} from ${from ?? 'nothing'} to ${to ?? 'nothing'}`;
      hold('events say what happened', state === from, `${what}, which was ${state ?? 'nothing'}`);
      const isFirst = from === undefined && to === 'recorded';
      const isLegal = isFirst || from === to || TRANSITIONS.some((known) => known.from === from && known.to === to);
      hold('transitions are legal', isLegal, what);
      this.#states.set(operationId, to);
    }
    this.#seen = [...history];
  }

  #checkRow(row: Row): void {
    const { id, state } = row;
    const before = this.#rows.find((known) => known.id === id);
    if (before === row && state !== 'declined') return;
    if (before && FINAL_STATES.includes(before.state))
      hold('a final state never changes', before.state === state, `${id} from ${before.state} to ${state}`);
    hold('events say what happened', this.#states.get(id) === state, `${id} is ${state} without an event`);
    checkTruth(row, this.#truth, '');
    const moved = this.#truth.executionsOf(id);
    hold('executed at most once', moved.length <= 1, `${id} was accepted ${moved.length} times`);
    if (!row.needsDecision) return;
    const { keys, inquiry } = row.evidence ?? {};
    const hasKeys = Object.values(keys ?? {}).some((key) => key !== undefined);
    hold('a decision has evidence', hasKeys && (inquiry ?? '') !== '', `${id} has none`);
  }

  #checkAuthorizations(rows: readonly Row[]): void {
    for (const [i, second] of rows.entries())
      for (const first of rows.slice(0, i)) {
        const authorizationId = second.request['authorizationId'];
        const isSame = first.account === second.account && first.request['authorizationId'] === authorizationId;
        if (!isSame || authorizationId === undefined) continue;
        const areOpen = [first, second].every(({ state }) => OPEN_STATES.includes(state));
        const isMeant = first.additional || second.additional;
        const what = `${first.id} and ${second.id}`;
        hold('an authorization is busy', !areOpen || isMeant, what);
        const areCaptured = [first, second].every(({ state }) => state === 'captured');
        hold('an authorization is captured once', !(areCaptured && second.single) || isMeant, what);
      }
  }
}
