import type { Accounts } from '../contract/accounts.ts';
import type { Journal, JournalOptions } from '../contract/journal.ts';
import type { StoredOperation } from '../contract/store.ts';
import { checkAccounts, checkRecordedProviders } from './accounts.ts';
import { captureAgain } from './capture-again.ts';
import { captureOnce } from './capture.ts';
import { cancel } from './cancel.ts';
import type { Context } from './context.ts';
import { decide } from './decide.ts';
import { enqueue } from './enqueue.ts';
import { Flights } from './flights.ts';
import { createIds } from './ids.ts';
import { list } from './list.ts';
import { lookUp } from './look-up-operation.ts';
import { operationOf } from './operation-of.ts';
import { perform } from './perform.ts';
import { purge } from './purge.ts';
import { realClock } from './real-clock.ts';
import { receive } from './receive.ts';
import { reportEvents } from './report-events.ts';
import { settingsOf } from './settings.ts';
import { UnderWay } from './under-way.ts';
import { work } from './work/work.ts';
import { WorkerSet } from './work/worker-set.ts';

/**
 * Opens a journal: prepares its store, and refuses accounts whose recorded operations belong to another provider.
 *
 * @example
 * ```ts
 * const journal = await openJournal({
 *   store: sqliteStore('captures.db'),
 *   accounts: { shop: createPayfull({ baseUrl, merchant, password }) },
 * });
 * const operation = await journal.capture('shop', 'ship-1042', { authorizationId, amount, clientIp });
 * ```
 * @throws `InvalidJournalInputError`, `UnknownAccountError`; `StoreError` and `SchemaTooNewError` of the store.
 */
export async function openJournal<A extends Accounts>(options: JournalOptions<A>): Promise<Journal<A>> {
  const { store, onEvent, clock = realClock, newId = createIds(clock) } = options;
  const accounts = checkAccounts(options.accounts);
  const settings = settingsOf(options);
  await store.open();
  await checkRecordedProviders(store, accounts);
  const workers = new WorkerSet();
  const underWay = new UnderWay();
  const context: Context = {
    store,
    clock,
    newId,
    settings,
    accounts,
    flights: new Flights(),
    report: reportEvents(onEvent),
    wake: (account) => {
      workers.wake(account);
    },
  };
  const shown = (task: () => Promise<StoredOperation>) => underWay.run(async () => operationOf(await task()));
  let closing: Promise<void> | undefined;
  return {
    capture: (account, key, request, callOptions) =>
      shown(() => captureOnce(context, account, key, request, callOptions)),
    enqueue: (account, items, callOptions) =>
      underWay.run(async () => (await enqueue(context, account, items as never, callOptions)).map(operationOf)),
    work: (workOptions) => underWay.run(() => work(context, workers, workOptions)),
    perform: (id, callOptions) => shown(() => perform(context, id, callOptions)),
    settleDue: (id, { signal } = {}) => shown(() => lookUp(context, id, signal?.aborted ? 'never' : 'due')),
    list: (filter = {}) => list(store, filter),
    get: (id) => underWay.run(async () => optional(await store.get(id))),
    find: (account, key) =>
      underWay.run(async () => optional((await store.list({ accounts: [account], key }, { limit: 1 }))[0])),
    events: (id) => underWay.run(() => store.events(id)),
    tally: () => underWay.run(() => store.tally()),
    decide: (id, decision) => shown(() => decide(context, id, decision)),
    captureAgain: (id, key, callOptions) => shown(() => captureAgain(context, id, key, callOptions)),
    cancel: (id) => shown(() => cancel(context, id)),
    receive: (account, rawBody, headers) =>
      underWay.run(async () => {
        const { verdict, operation } = await receive(context, account, rawBody, headers);
        return { verdict, operation: optional(operation) };
      }),
    purge: ({ before }) => underWay.run(() => purge(store, before)),
    close: () =>
      (closing ??= (async () => {
        workers.close();
        await underWay.close();
        await store.close();
      })()),
  };
}

function optional(stored: StoredOperation | undefined) {
  return stored && operationOf(stored);
}
