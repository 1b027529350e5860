// Captures at every provider with the options of a plan, over their own `fetch` where it is requested, and prints what
// Node loaded and did for it. Runs in a process of its own: the test runner has loaded `fetch` long before.
import { subscribe } from 'node:diagnostics_channel';
import { registerHooks } from 'node:module';

interface Step {
  readonly id: string;
  readonly options: Readonly<Record<string, unknown>>;
}

const loaded: string[] = [];
registerHooks({
  load(url, context, nextLoad) {
    loaded.push(url);
    return nextLoad(url, context);
  },
});
let undiciRequests = 0;
subscribe('undici:request:create', () => (undiciRequests += 1));

const [plan = '', over] = process.argv.slice(2);
const { PROVIDERS } = await import('../../../../apps/playground/src/providers/index.ts');
const fetchOption = over === 'fetch' ? { fetch: (url: string, init: RequestInit) => fetch(url, init) } : {};

const statuses: string[] = [];
for (const { id, options } of JSON.parse(plan) as readonly Step[]) {
  const { create, sample } = PROVIDERS.find((provider) => provider.id === id)!;
  const { status } = await create({ ...options, ...fetchOption }).capture(sample as never);
  statuses.push(status);
}
// Node compiles its fetch when it is first used.
const { moduleLoadList } = process as unknown as { readonly moduleLoadList: readonly string[] };
const fetchLoaded = moduleLoadList.some((name) => name.includes('undici/undici'));
const libraries = ['ky', '@noble/hashes'].filter((name) =>
  loaded.some((url) => url.includes(`/node_modules/${name}/`)),
);
const transports = ['ky-transport', 'node-transport'].filter((name) => loaded.some((url) => url.includes(`/${name}.`)));
process.stdout.write(JSON.stringify({ statuses, undiciRequests, fetchLoaded, libraries, transports }));
