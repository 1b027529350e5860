import type { UnstoredFields } from '../../contract/accounts.ts';
import { JournalError } from '../../errors/journal-errors.ts';
import { checkProvider } from '../account-of.ts';
import { type Claimed, claimToLookUp, claimToSend } from '../claim.ts';
import type { Account, Context } from '../context.ts';
import { expireLeases, lookUpClaimed } from '../look-up-operation.ts';
import { sendClaimed } from '../perform.ts';
import type { AccountState } from './account-state.ts';
import { Alarm } from './alarm.ts';

/** The shortest, where something is due that another process has claimed. */
const SHORTEST_SLEEP = 20;
/** Between two searches for lookups that are due and leases that ran out, while there is enough to send. */
const SEARCH_EVERY = 100;

/** What one call of `work` does for one account. */
export interface AccountWork {
  readonly state: AccountState;
  /** False where what is not stored is not supplied: then nothing is sent, and lookups go on. */
  readonly canSend: boolean;
  readonly unstored: UnstoredFields | undefined;
  readonly until: 'idle' | 'settled' | undefined;
  readonly idleAfter: number;
  /** The longest sleep: another process may have recorded something. */
  readonly pollEvery: number;
  /** True as soon as nothing more may be claimed. */
  readonly isStopping: () => boolean;
  /** Aborts what was not sent yet. */
  readonly abort: AbortSignal | undefined;
  readonly onEnd: (kind: 'capture' | 'lookup') => void;
}

/** Works on one account: claims as many operations as there are free slots, and sleeps while there is nothing to do. */
export class AccountWorker {
  readonly #context: Context;
  readonly #account: Account;
  readonly #work: AccountWork;
  readonly #alarm: Alarm;
  readonly #active = new Set<Promise<void>>();
  #searchedAt = -Infinity;
  #failure: { readonly error: unknown } | undefined;

  constructor(context: Context, account: Account, work: AccountWork) {
    this.#context = context;
    this.#account = account;
    this.#work = work;
    this.#alarm = new Alarm(context.clock);
  }

  /** Ends the sleep. */
  wake(): void {
    this.#alarm.ring();
  }

  /** Works until the end of its `until`, a stop or a failure; then waits for what is under way. */
  async run(): Promise<void> {
    try {
      while (!this.#isOver()) {
        const claimed = await this.#claim();
        if (claimed === 0 && this.#active.size === 0 && (await this.#hasEnded())) break;
        if (!this.#isOver()) await this.#sleep(claimed);
      }
    } catch (error) {
      this.#fail(error);
    }
    while (this.#active.size > 0) await Promise.all(this.#active);
    if (this.#failure) throw this.#failure.error;
  }

  #isOver(): boolean {
    return this.#work.isStopping() || this.#work.state.isStopped || this.#failure !== undefined;
  }

  /** Claims and starts what the limits allow: lookups first. Returns how many. */
  async #claim(): Promise<number> {
    const { state, canSend } = this.#work;
    const { clock } = this.#context;
    const account = this.#account.label;
    let claimed = 0;
    if (clock.monotonic() - this.#searchedAt >= SEARCH_EVERY) {
      await expireLeases(this.#context, [account]);
      const limit = state.requests(this.#active.size);
      const lookups = limit > 0 ? await claimToLookUp(this.#context, { account, limit }) : [];
      claimed += this.#start(lookups, 'lookup');
      // While more are due there is no need to wait before the next search.
      if (lookups.length < limit) this.#searchedAt = clock.monotonic();
    }
    const limit = canSend && !this.#isOver() ? state.captures(state.requests(this.#active.size)) : 0;
    const captures = limit > 0 ? await claimToSend(this.#context, { account, limit }) : [];
    return claimed + this.#start(captures, 'capture');
  }

  #start(claims: readonly Claimed[], kind: 'capture' | 'lookup'): number {
    for (const claimed of claims) {
      this.#work.state.started(kind);
      const task = this.#perform(claimed, kind)
        .catch((error: unknown) => {
          this.#fail(error);
        })
        .finally(() => {
          this.#active.delete(task);
          this.#work.onEnd(kind);
          this.#alarm.ring();
        });
      this.#active.add(task);
    }
    return claims.length;
  }

  async #perform(claimed: Claimed, kind: 'capture' | 'lookup'): Promise<void> {
    const { state, unstored, abort } = this.#work;
    checkProvider(this.#account, claimed.operation);
    if (kind === 'lookup') {
      state.lookedUp((await lookUpClaimed(this.#context, this.#account, claimed)).lookup);
      return;
    }
    const { id } = claimed.operation;
    await this.#context.flights.run(id, async () => {
      const sent = await sendClaimed(this.#context, this.#account, claimed, { unstored, signal: abort });
      state.captured(sent.result);
      return sent.operation;
    });
  }

  /** An invariant that is broken stops this account; anything else ends the work with its error. */
  #fail(error: unknown): void {
    if (JournalError.is(error) && (error.code === 'invariant_broken' || error.code === 'unknown_account'))
      this.#work.state.stop('invariant', error.message);
    else this.#failure ??= { error };
  }

  async #hasEnded(): Promise<boolean> {
    const { until, idleAfter, canSend } = this.#work;
    if (until === undefined) return false;
    const accounts = [this.#account.label];
    const toSend = canSend ? (['recorded'] as const) : [];
    const inDoubt = until === 'settled' ? (['pending', 'unknown'] as const) : [];
    const { store } = this.#context;
    const open = { accounts, states: [...toSend, 'sending', ...inDoubt] as const, needsDecision: false };
    if ((await store.list(open, { limit: 1 })).length > 0) return false;
    if (until === 'settled') return true;
    const due = await store.nextDue(accounts);
    return due === undefined || due > idleAfter;
  }

  async #sleep(claimed: number): Promise<void> {
    const { state, pollEvery } = this.#work;
    // Outcomes are committed together, so captures end together: what ends in this moment is claimed for together.
    if (claimed > 0 || this.#active.size > 0) {
      await this.#alarm.wait(Math.min(state.wait || pollEvery, pollEvery));
      await this.#context.clock.wait(0);
      return;
    }
    const due = await this.#context.store.nextDue([this.#account.label]);
    const next = Math.max(due ?? pollEvery, state.wait, SHORTEST_SLEEP);
    await this.#alarm.wait(Math.min(next, pollEvery));
    this.#searchedAt = -Infinity;
  }
}
