// A program that writes the row after the response: `records-afterwards.ts <settings> <first> <count>`.
import { readFileSync } from 'node:fs';
import { createNodeTransport } from '@capture/core/node';
import { createFreepayment } from '@capture/freepayment';
import { openJournal } from '@capture/journal';
import { sqliteStore } from '@capture/journal/sqlite';
import { createPayfull } from '@capture/payfull';
import type { ProgramSettings } from '../program-settings.ts';

const [, , path = '', first = '0', count = '0'] = process.argv;
const { file, lease, payfull, freepayment, orders } = JSON.parse(readFileSync(path, 'utf8')) as ProgramSettings;
const transport = createNodeTransport();
const accounts = {
  payfull: createPayfull({ ...payfull, transport }),
  freepayment: createFreepayment({ ...freepayment, transport }),
};
const store = sqliteStore(file);
const journal = await openJournal({ store, accounts, lease });
console.log('open');
for (const { key, account, request } of orders.slice(Number(first), Number(first) + Number(count))) {
  if (await journal.find(account, key)) continue;
  const result = await accounts[account].capture(request);
  const captureId = 'captureId' in result ? result.captureId : undefined;
  const [operation] = await journal.enqueue(account, [{ key, request }]);
  const id = operation?.id ?? '';
  await store.claimToSend({ account, id, limit: 1, token: id, lease });
  const event = { type: 'state', details: {} } as const;
  await store.change({ id, by: 'result', from: ['sending'], to: 'captured', token: id, set: { captureId }, event });
}
await journal.close();
