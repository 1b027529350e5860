// StrykerJS over core and, of each provider, over the modules that decide an outcome or handle a signature.
import { providerPackages } from '../workspace/workspace.ts';

export default {
  packageManager: 'pnpm',
  testRunner: 'vitest',
  vitest: { configFile: 'tools/mutation/vitest.config.ts' },
  plugins: ['@stryker-mutator/vitest-runner'],
  mutate: [
    'packages/core/src/**/*.ts',
    ...providerPackages().map(({ id }) => `packages/${id}/src/{outcome,sign,webhook}.ts`),
    '!**/*.test.ts',
    '!**/*.test-d.ts',
    '!**/index.ts',
    // Of transports.config.js.
    '!packages/core/src/node/**',
    '!packages/core/src/transport/{body-rules,deadline,failure-code,failure-detail,failure-of,http,ky-transport}.ts',
    '!packages/core/src/transport/{own-connection,read-body,send-trace,single-use-body}.ts',
  ],
  ignorePatterns: ['docs', 'reports', 'apps', 'packages/sandbox/dist', 'packages/conformance/{dist,test}'],
  coverageAnalysis: 'perTest',
  ignoreStatic: true,
  reporters: ['clear-text', 'json'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  jsonReporter: { fileName: 'reports/mutation.json' },
  tempDirName: '.stryker-tmp',
  concurrency: 2,
  timeoutMS: 10_000,
  disableTypeChecks: false,
  allowConsoleColors: false,
};
