import { describeProvider, withTransport } from '../../../packages/conformance/src/index.ts';
import { createNodeTransport } from '../../../packages/core/src/node.ts';
import { subject } from '../../../packages/payfull/test/subject.ts';

// The contract over the transport for servers, with one provider. All providers, on every supported runtime:
// tools/tests/outside/node-transport.slow.ts.
describeProvider(withTransport(subject, createNodeTransport()));
