// StrykerJS over the two transports, apart from the rest: their tests work with sockets and deadlines.
import base from './stryker.config.js';

export default {
  ...base,
  vitest: { configFile: 'tools/mutation/vitest.transports.config.ts', related: false },
  mutate: [
    'packages/core/src/node/**/*.ts',
    'packages/core/src/transport/{body-rules,deadline,failure-code,failure-detail,failure-of,http,ky-transport}.ts',
    'packages/core/src/transport/{own-connection,read-body,send-trace,single-use-body}.ts',
    '!**/*.test.ts',
  ],
  jsonReporter: { fileName: 'reports/mutation-transports.json' },
  concurrency: 1,
  timeoutMS: 5000,
};
