import type { Progress, WorkOptions, WorkReport } from '../../contract/work.ts';
import { accountOf } from '../account-of.ts';
import type { Context } from '../context.ts';
import { AccountState } from './account-state.ts';
import { AccountWorker } from './account-worker.ts';
import { checkWorkOptions, limitsOf } from './limits.ts';
import { callSafely, progressReporter } from './progress-reporter.ts';
import { refuseWithoutCards, suppliesUnstored, unstoredFields } from './unstored-fields.ts';

const DEFAULT_IDLE_AFTER = 60_000;
const DEFAULT_POLL_EVERY = 1000;

/** The workers of an open journal, which `enqueue` wakes and `close` stops. */
export interface Workers {
  readonly add: (account: string, worker: AccountWorker) => () => void;
  readonly isClosing: () => boolean;
}

/** Works on accounts until the end of `until`, or a stop. */
export async function work(context: Context, workers: Workers, options: WorkOptions = {}): Promise<WorkReport> {
  const { signal, abort, until, idleAfter = DEFAULT_IDLE_AFTER, pollEvery = DEFAULT_POLL_EVERY } = options;
  const labels = options.accounts ?? [...context.accounts.keys()];
  const accounts = labels.map((label) => accountOf(context, label));
  checkWorkOptions(options);
  for (const account of accounts) await refuseWithoutCards(context, account, options);
  const counts = { sent: 0, lookups: 0 };
  const parts = accounts.map((account) => ({
    account,
    state: new AccountState(context.clock, account, limitsOf(options, account.label)),
  }));
  const progress = async (): Promise<Progress> => ({
    tallies: await context.store.tally(labels),
    ...counts,
    stopped: parts.flatMap(({ state }) => state.standsStill ?? []),
  });
  const reporter = progressReporter(context, options, progress);
  const isStopping = (): boolean => (signal?.aborted ?? false) || (abort?.aborted ?? false) || workers.isClosing();
  const running = parts.map(({ account, state }) => {
    return new AccountWorker(context, account, {
      state,
      canSend: suppliesUnstored(account, options),
      unstored: unstoredFields(account, options),
      until,
      idleAfter,
      pollEvery,
      isStopping,
      abort,
      onEnd: (kind) => {
        counts[kind === 'capture' ? 'sent' : 'lookups'] += 1;
        reporter();
      },
    });
  });
  const wakeAll = (): void => {
    for (const worker of running) worker.wake();
  };
  const remove = running.map((worker, i) => workers.add(labels[i] ?? '', worker));
  for (const stop of [signal, abort]) stop?.addEventListener('abort', wakeAll);
  try {
    const ends = await Promise.allSettled(running.map((worker) => worker.run()));
    const failed = ends.find(({ status }) => status === 'rejected');
    if (failed?.status === 'rejected') throw failed.reason;
  } finally {
    for (const stop of [signal, abort]) stop?.removeEventListener('abort', wakeAll);
    for (const each of remove) each();
  }
  const last = await progress();
  callSafely(options.onProgress, last);
  const isStopped = isStopping() || parts.some(({ state }) => state.isStopped);
  return { ...last, ended: isStopped || until === undefined ? 'stopped' : until };
}
