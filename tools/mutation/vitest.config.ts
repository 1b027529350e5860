import { fileURLToPath } from 'node:url';
import { defineConfig, mergeConfig } from 'vitest/config';
import base from '../../vitest.config.ts';

// The tests that hold the mutated rooms are those beside the source, without the kit and the long searches.
// The providers' tests hold core too; without this they would find core where it is linked, which is not the mutated copy.
const core = (file: string) => fileURLToPath(new URL(`../../packages/core/src/${file}`, import.meta.url));

export default mergeConfig(
  base,
  defineConfig({
    resolve: {
      alias: [
        { find: /^@capture\/core$/, replacement: core('index.ts') },
        { find: /^@capture\/core\/(provider|signing|node)$/, replacement: core('$1.ts') },
      ],
    },
    test: {
      include: ['packages/{core,pockyt,paymentoptions,firstoken,payfull,freepayment}/src/**/*.test.ts'],
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
