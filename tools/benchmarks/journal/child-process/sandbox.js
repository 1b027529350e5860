// A sandbox server with authorizations: `sandbox.js <provider> <count>`. Prints where it is, and their ids.
import { load } from './packages.js';

const [, , provider, count] = process.argv;
const { createSandbox } = await load('@capture/sandbox');
const sandbox = createSandbox();
const { baseUrl } = await sandbox.listen();
const amount = provider === 'payfull' ? { minor: 2302, currency: 'TRY' } : { minor: 50, currency: 'USD' };
const ids = Array.from({ length: Number(count) }, () => sandbox.authorize({ provider, amount }).id);
console.log(JSON.stringify({ baseUrl: baseUrl(provider), options: sandbox.credentials[provider], ids }));
