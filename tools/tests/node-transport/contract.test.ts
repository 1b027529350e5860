import { describe } from 'vitest';
import { describeProvider, withTransport } from '../../../packages/conformance/src/index.ts';
import { createNodeTransport } from '../../../packages/core/src/node.ts';
import { subject as freepayment } from '../../../packages/freepayment/test/subject.ts';
import { subject as payfull } from '../../../packages/payfull/test/subject.ts';

// The contract over the transport for servers, with one provider each way. All providers both ways, on every supported
// runtime: tools/tests/outside/node-transport.slow.ts.
describe('each request on a connection of its own', () => {
  describeProvider(withTransport(payfull, createNodeTransport()));
});

describe('connections kept for lookups', () => {
  describeProvider(withTransport(freepayment, createNodeTransport({ keepAlive: true })));
});
