// Captures orders, and may be run again after any end: `capture-orders.ts <settings> <first> <count> <until>`.
import { readFileSync } from 'node:fs';
import { createNodeTransport } from '@capture/core/node';
import { createFreepayment } from '@capture/freepayment';
import { openJournal } from '@capture/journal';
import { sqliteStore } from '@capture/journal/sqlite';
import { createPayfull } from '@capture/payfull';
import type { ProgramSettings } from './program-settings.ts';

const [, , path = '', first = '0', count = '0', until = 'idle'] = process.argv;
const { file, payfull, freepayment, orders, ...settings } = JSON.parse(readFileSync(path, 'utf8')) as ProgramSettings;
const transport = createNodeTransport();
const accounts = {
  payfull: createPayfull({ ...payfull, transport }),
  freepayment: createFreepayment({ ...freepayment, transport }),
};
const journal = await openJournal({ store: sqliteStore(file), accounts, capturesElsewhere: false, ...settings });
console.log('open');

const mine = orders.slice(Number(first), Number(first) + Number(count));
for (const { account, key, request, ships } of mine) if (!ships) await journal.enqueue(account, [{ key, request }]);
const shipping = mine.map(async ({ account, key, request, ships }) => {
  if (ships) console.log(JSON.stringify(await journal.capture(account, key, request)));
});
const end = until === 'settled' ? until : 'idle';
await Promise.all([...shipping, journal.work({ until: end, idleAfter: 0, concurrency: 8, pollEvery: 50 })]);
await journal.close();
