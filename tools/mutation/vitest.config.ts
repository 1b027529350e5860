import { fileURLToPath } from 'node:url';
import { defineConfig, mergeConfig } from 'vitest/config';
import base from '../../vitest.config.ts';
import { providerPackages } from '../workspace/workspace.ts';

// The mutated modules are held by the tests beside the source, without the kit and the long searches.
// The providers' tests hold core too; without the alias they would find core where it is linked, which is not the
// mutated copy.
const core = (file: string) => fileURLToPath(new URL(`../../packages/core/src/${file}`, import.meta.url));

// Lists are joined when configurations are merged, so the tests of the whole repository have to go first.
export default mergeConfig(
  { ...base, test: { ...base.test, include: [], reporters: [], typecheck: { enabled: false } } },
  defineConfig({
    resolve: {
      alias: [
        { find: /^@capture\/core$/, replacement: core('index.ts') },
        { find: /^@capture\/core\/(provider|signing|node)$/, replacement: core('$1.ts') },
      ],
    },
    test: {
      include: ['core', ...providerPackages().map(({ id }) => id)].map((id) => `packages/${id}/src/**/*.test.ts`),
      exclude: [
        '**/node_modules/**',
        '**/conformance.test.ts',
        '**/usual-mistakes-*.test.ts',
        '**/explain-mismatch.test.ts',
      ],
      reporters: ['default'],
    },
  }),
);
