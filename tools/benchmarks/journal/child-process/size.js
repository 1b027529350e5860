// Memory and claims of a growing journal: `size.js <sizes> <file>`.
import { median } from './observed.js';
import { openJournal, PROVIDERS, sqliteStore } from './packages.js';
import { atOnce } from './at-once.js';

const [, , sizes, file] = process.argv;
const { create, baseUrl, request, authorizationId } = PROVIDERS.freepayment;
const store = sqliteStore(file);
const journal = await openJournal({ store, accounts: { shop: create({ baseUrl, transport: atOnce('freepayment') }) } });
const CLAIMS = 60;
let recorded = 0;
let claims = 0;

async function claimTimes() {
  const times = [];
  for (let i = 0; i < CLAIMS; i += 1) {
    const start = performance.now();
    const claimed = await store.claimToSend({
      account: 'shop',
      limit: 32,
      token: `claim-${(claims += 1)}`,
      lease: 3_600_000,
    });
    times.push(performance.now() - start);
    if (claimed.length !== 32) throw new Error(`claimed ${claimed.length}`);
  }
  return median(times);
}

for (const size of sizes.split(',').map(Number)) {
  const [start, before] = [performance.now(), recorded];
  while (recorded < size) {
    const items = Array.from({ length: Math.min(500, size - recorded) }, (_, i) => {
      const id = authorizationId(recorded + i);
      return { key: `order-${recorded + i}`, request: request(id) };
    });
    await journal.enqueue('shop', items);
    recorded += items.length;
  }
  const perSecond = (recorded - before) / ((performance.now() - start) / 1000);
  const claim = await claimTimes();
  let listed = 0;
  let heap = 0;
  for await (const { id } of journal.list({ states: ['recorded'] })) {
    listed += id.length > 0 ? 1 : 0;
    if (listed % 5000 !== 0) continue;
    globalThis.gc?.();
    heap = Math.max(heap, process.memoryUsage().heapUsed);
  }
  globalThis.gc?.();
  const { heapUsed, rss } = process.memoryUsage();
  console.log(
    JSON.stringify({ size, recordedPerSecond: perSecond, claim, heap: Math.max(heap, heapUsed), rss, listed }),
  );
}
await journal.close();
