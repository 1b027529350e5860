import { defineConfig, mergeConfig } from 'vitest/config';
import base from '../../vitest.config.ts';

// The slower suite: the packed packages in projects outside the workspace and in every supported runtime, and processes
// that are killed hundreds of times.
export default mergeConfig(
  { ...base, test: { ...base.test, include: [], reporters: [], typecheck: { enabled: false } } },
  defineConfig({
    test: {
      include: ['tools/**/*.slow.ts', 'packages/*/test/**/*.slow.ts'],
      globalSetup: 'tools/tests/outside/global-setup.ts',
      fileParallelism: false,
      testTimeout: 180_000,
      hookTimeout: 300_000,
      reporters: ['default', 'json'],
      outputFile: { json: 'reports/slow.json' },
    },
  }),
);
