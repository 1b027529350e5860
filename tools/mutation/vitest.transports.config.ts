import { defineConfig, mergeConfig } from 'vitest/config';
import base from '../../vitest.config.ts';

// The tests of the transports at the level of phases, on raw sockets, and those over TLS.
export default mergeConfig(
  { ...base, test: { ...base.test, include: [], reporters: [], typecheck: { enabled: false } } },
  defineConfig({
    test: {
      include: ['packages/core/src/{node,transport}/*.test.ts', 'tools/tests/node-transport/{tls,proxy-tls}.test.ts'],
      exclude: ['**/node_modules/**', '**/{base-url,json-fault,response-json,strict-json}.test.ts'],
      // A mutant that hangs is one that is noticed.
      testTimeout: 5000,
      reporters: ['default'],
    },
  }),
);
