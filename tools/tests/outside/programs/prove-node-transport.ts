// Runs the contract of every provider over the transport for servers, from source, on the runtime that executes this:
// each request on a connection of its own, then with a pool for lookups; and over ky, which is the default elsewhere
// and what a caller's fetch goes through: all of it on Node, and on the others that it reuses no connection. Prints the
// outcome as JSON.
import type { Transport } from '../../../../packages/core/src/index.ts';
import { prove, withTransport, type Subject } from '../../../../packages/conformance/src/index.ts';
import { createKyTransport } from '../../../../packages/core/src/ky.ts';
import { createNodeTransport } from '../../../../packages/core/src/node.ts';
import { providerPackages } from '../../../workspace/workspace.ts';

const onNode = process.versions['bun'] === undefined && process.versions['deno'] === undefined;
const proven = [];
for (const { id } of providerPackages()) {
  const file = `../../../../packages/${id}/test/subject.ts`;
  const { subject } = (await import(file)) as { readonly subject: Subject };
  const over = (transport: Transport) => withTransport(subject, transport);
  for (const [mode, found] of [
    ['fresh', await prove(over(createNodeTransport()))],
    ['pooled', await prove(over(createNodeTransport({ keepAlive: {} })))],
    // A fetch other than undici's shows less of how far a request got, and runtimes differ in `connection: close`.
    ['ky', await prove(over(createKyTransport()), onNode ? undefined : ['W12'])],
  ] as const) {
    const breaches = found.breaches.map(({ number, title, error }) => `${number} ${title}: ${String(error)}`);
    proven.push({ provider: id, mode, passed: found.passed, breaches });
  }
}
console.log(JSON.stringify(proven));
