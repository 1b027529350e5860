// Runs the contract of every provider over the transport for servers, from source, on the runtime that executes this:
// each request on a connection of its own, then with a pool. Prints the outcome as JSON.
import { CLAUSES, prove, withTransport, type Subject } from '../../../../packages/conformance/src/index.ts';
import { createNodeTransport } from '../../../../packages/core/src/node.ts';
import { providerPackages } from '../../../workspace/workspace.ts';

/** Every clause except the one that a pool breaks by design: that every capture has its own connection. */
const pooled = CLAUSES.map(({ number }) => number).filter((number) => number !== 'W12');

const proven = [];
for (const { id } of providerPackages()) {
  const file = `../../../../packages/${id}/test/subject.ts`;
  const { subject } = (await import(file)) as { readonly subject: Subject };
  const over = (transport: ReturnType<typeof createNodeTransport>) => withTransport(subject, transport);
  for (const [mode, found] of [
    ['fresh', await prove(over(createNodeTransport()))],
    ['pooled', await prove(over(createNodeTransport({ keepAlive: {} })), pooled)],
  ] as const) {
    const breaches = found.breaches.map(({ number, title, error }) => `${number} ${title}: ${String(error)}`);
    proven.push({ provider: id, mode, passed: found.passed, breaches });
  }
}
console.log(JSON.stringify(proven));
