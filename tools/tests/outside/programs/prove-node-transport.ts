// Runs the contract of every provider over the transport for servers, from source, on the runtime that executes this:
// each request on a connection of its own, then with a pool for lookups; and over fetch, that it reuses no connection.
// Prints the outcome as JSON.
import { prove, withTransport, type Subject } from '../../../../packages/conformance/src/index.ts';
import { createNodeTransport } from '../../../../packages/core/src/node.ts';
import { providerPackages } from '../../../workspace/workspace.ts';

const proven = [];
for (const { id } of providerPackages()) {
  const file = `../../../../packages/${id}/test/subject.ts`;
  const { subject } = (await import(file)) as { readonly subject: Subject };
  const over = (transport: ReturnType<typeof createNodeTransport>) => withTransport(subject, transport);
  for (const [mode, found] of [
    ['fresh', await prove(over(createNodeTransport()))],
    ['pooled', await prove(over(createNodeTransport({ keepAlive: {} })))],
    // Runtimes differ in what their fetch makes of `connection: close`.
    ['fetch', await prove(subject, ['W12'])],
  ] as const) {
    const breaches = found.breaches.map(({ number, title, error }) => `${number} ${title}: ${String(error)}`);
    proven.push({ provider: id, mode, passed: found.passed, breaches });
  }
}
console.log(JSON.stringify(proven));
