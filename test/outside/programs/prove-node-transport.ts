// Runs the contract of all five providers over the transport for servers, from source, on whichever Node runs this: each request with a connection of its own, then
// with a pool. Prints what was proven, as JSON.
import { CLAUSES, prove, withTransport, type AnySubject } from '../../../packages/conformance/src/index.ts';
import { createNodeTransport } from '../../../packages/core/src/node.ts';
import { subject as firstoken } from '../../../packages/firstoken/test/subject.ts';
import { subject as freepayment } from '../../../packages/freepayment/test/subject.ts';
import { subject as payfull } from '../../../packages/payfull/test/subject.ts';
import { subject as paymentoptions } from '../../../packages/paymentoptions/test/subject.ts';
import { subject as pockyt } from '../../../packages/pockyt/test/subject.ts';

/** Every clause but the one that a pool is made to break: that every capture has a connection of its own. */
const pooled = CLAUSES.map(({ number }) => number).filter((number) => number !== 'W12');

const proven = [];
for (const subject of [firstoken, freepayment, payfull, paymentoptions, pockyt]) {
  const over = (transport: ReturnType<typeof createNodeTransport>) => withTransport<AnySubject>(subject, transport);
  for (const [mode, found] of [
    ['fresh', await prove(over(createNodeTransport()))],
    ['pooled', await prove(over(createNodeTransport({ keepAlive: {} })), pooled)],
  ] as const) {
    const breaches = found.breaches.map(({ number, title, error }) => `${number} ${title}: ${String(error)}`);
    proven.push({ provider: subject.id, mode, passed: found.passed, breaches });
  }
}
console.log(JSON.stringify(proven));
