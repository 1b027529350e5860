import { readFileSync } from 'node:fs';
import { money } from '@capture/core';
import { openJournal, type Operation } from '@capture/journal';
import { sqliteStore } from '@capture/journal/sqlite';
import { createPayfull } from '@capture/payfull';

const journal = await openJournal({
  store: sqliteStore(process.env.DATABASE ?? 'captures.db'),
  accounts: {
    shop: createPayfull({
      merchant: process.env.PAYFULL_MERCHANT!,
      password: process.env.PAYFULL_PASSWORD!,
      baseUrl: process.env.PAYFULL_BASE_URL!, // https://shop.payfull.com, or the sandbox
    }),
  },
  // Another process that has not recorded its outcome by then counts as dead.
  lease: Number(process.env.LEASE ?? 120_000),
});

const [command, ...args] = process.argv.slice(2);
const commands: Readonly<Record<string, () => Promise<void>>> = { ship, batch, work, open, decide };
await (commands[command ?? ''] ?? usage)();
await journal.close();

/** When an order ships. The same order may be shipped again, from anywhere: it is captured once. */
async function ship(): Promise<void> {
  const [order = '', authorizationId = '', amount = ''] = args;
  print(await journal.capture('shop', order, requestFor(authorizationId, amount)));
}

/** A nightly job: records all lines of a file, or none, and works until nothing is left to do. Run it again freely. */
async function batch(): Promise<void> {
  const lines = readFileSync(args[0] ?? '', 'utf8')
    .trim()
    .split('\n');
  const items = lines.map((line) => {
    const [key = '', authorizationId = '', amount = ''] = line.split(',');
    return { key, request: requestFor(authorizationId, amount) };
  });
  await journal.enqueue('shop', items);
  await work();
}

/** Sends what is recorded, looks up what is in doubt, and takes over what a dead process left. */
async function work(): Promise<void> {
  const stop = new AbortController();
  process.once('SIGTERM', () => stop.abort());
  const { tallies, stopped } = await journal.work({ until: 'idle', signal: stop.signal });
  for (const { count, state, minor, currency } of tallies) console.log(`${count} ${state}: ${minor} ${currency}`);
  for (const { account, message } of stopped) console.log(`${account} stands still: ${message}`);
}

/** What a person has to decide, with the question for the provider. */
async function open(): Promise<void> {
  for await (const operation of journal.list({ needsDecision: true })) {
    print(operation);
    console.log(operation.evidence?.inquiry);
  }
}

/** Records the decision of a person. */
async function decide(): Promise<void> {
  const [id = '', outcome, by = '', reason = ''] = args;
  print(await journal.decide(id, { outcome: outcome === 'captured' ? outcome : 'not-captured', by, reason }));
}

function requestFor(authorizationId: string, amount: string) {
  return { authorizationId, amount: money(amount, 'TRY'), clientIp: '203.0.113.7' };
}

function print({ id, key, state, reason }: Operation): void {
  console.log(`${key}: ${state} ${reason?.message ?? ''} (${id})`);
}

async function usage(): Promise<void> {
  console.log('Use ship, batch, work, open or decide, as in README.md.');
}
