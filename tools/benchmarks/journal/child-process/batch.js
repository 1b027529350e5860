// A batch at a server: `batch.js <provider> <mode> <orders as JSON> <file>`. Modes: `plain`, a loop with 32 in flight;
// `journal`, the same recorded by `enqueue`, and captured by `work`.
import { readFileSync } from 'node:fs';
import { load, openJournal, PROVIDERS, sqliteStore } from './packages.js';

const [, , provider, mode, orders, file] = process.argv;
const { baseUrl, ids, options } = JSON.parse(readFileSync(orders, 'utf8'));
const { create, request } = PROVIDERS[provider];
const { createNodeTransport } = await load('@capture/core/node');
const client = create({ baseUrl, transport: createNodeTransport(), ...options });
const start = performance.now();
let recorded = start;
if (mode === 'journal') {
  const journal = await openJournal({ store: sqliteStore(file), accounts: { shop: client } });
  for (let at = 0; at < ids.length; at += 1000)
    await journal.enqueue(
      'shop',
      ids.slice(at, at + 1000).map((id) => ({ key: id, request: request(id) })),
    );
  recorded = performance.now();
  const { tallies } = await journal.work({ until: 'idle', concurrency: 32 });
  if (tallies.length !== 1 || tallies[0].state !== 'captured')
    throw new Error(JSON.stringify(tallies, (_, value) => String(value)));
  await journal.close();
} else {
  let next = 0;
  const lane = async () => {
    for (;;) {
      const id = ids[next++];
      if (id === undefined) return;
      const { status } = await client.capture(request(id));
      if (status !== 'captured') throw new Error(status);
    }
  };
  await Promise.all(Array.from({ length: 32 }, lane));
}
const end = performance.now();
console.log(
  JSON.stringify({ perSecond: ids.length / ((end - start) / 1000), recording: (recorded - start) / (end - start) }),
);
