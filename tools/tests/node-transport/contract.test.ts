import { describe } from 'vitest';
import { describeProvider, withTransport } from '../../../packages/conformance/src/index.ts';
import { createKyTransport } from '../../../packages/core/src/ky.ts';
import { createNodeTransport } from '../../../packages/core/src/node.ts';
import { subject as firstoken } from '../../../packages/firstoken/test/subject.ts';
import { subject as freepayment } from '../../../packages/freepayment/test/subject.ts';
import { subject as payfull } from '../../../packages/payfull/test/subject.ts';

// The contract over the transports that are not the default here, with one provider each way. The packages run it over
// the default. All providers each way, on every supported runtime: tools/tests/outside/node-transport.slow.ts.
describe('each request on a connection of its own', () => {
  describeProvider(withTransport(payfull, createNodeTransport()));
});

describe('connections kept for lookups', () => {
  describeProvider(withTransport(freepayment, createNodeTransport({ keepAlive: true })));
});

describe('ky, the default outside Node', () => {
  describeProvider(withTransport(firstoken, createKyTransport()));
});
