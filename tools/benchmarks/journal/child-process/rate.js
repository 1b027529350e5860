// Captures per second with a transport that responds at once: `rate.js <provider> <mode> <in flight> <count> <file>`.
// Modes: `plain` without a journal, `journal`, `own-commits` with a commit for each call of the store.
import { atOnce } from './at-once.js';
import { forget, median, observed, watchStops } from './observed.js';
import { openJournal, PROVIDERS, sqliteStore } from './packages.js';

const [, , provider, mode, inFlight, count, file] = process.argv;
const { create, baseUrl, request, authorizationId } = PROVIDERS[provider];
const client = create({ baseUrl, transport: atOnce(provider) });

/** The store with one call after the other, so that no two share a commit. */
function oneByOne(store) {
  let last = Promise.resolve();
  return new Proxy(store, {
    get: (target, name) => {
      const method = target[name];
      if (typeof method !== 'function') return method;
      return (...given) => (last = last.catch(() => undefined).then(() => method.apply(target, given)));
    },
  });
}

const accounts = { shop: client };
const store = mode === 'plain' ? undefined : sqliteStore(file);
const journal = store && (await openJournal({ store: mode === 'journal' ? store : oneByOne(store), accounts }));
const capture = async (number) => {
  const id = authorizationId(number);
  const { status, state = status } = await (journal
    ? journal.capture('shop', `order-${number}`, request(id))
    : client.capture(request(id)));
  if (state !== 'captured') throw new Error(state);
};

let next = 0;
async function run(amount, latencies) {
  const end = next + amount;
  const lane = async () => {
    while (next < end) {
      const start = performance.now();
      await capture((next += 1));
      latencies?.push(performance.now() - start);
    }
  };
  await Promise.all(Array.from({ length: Number(inFlight) }, lane));
}

await run(Number(count) / 2);
globalThis.gc?.();
forget();
const stopped = watchStops();
const latencies = [];
const [start, cpu] = [performance.now(), process.cpuUsage()];
await run(Number(count), latencies);
const seconds = (performance.now() - start) / 1000;
const { user, system } = process.cpuUsage(cpu);
const { longestStop } = stopped();
await journal?.close();
console.log(
  JSON.stringify({
    perSecond: Number(count) / seconds,
    micros: (user + system) / Number(count),
    latency: median(latencies),
    longestStop,
    ...observed(),
  }),
);
