import { defineConfig, mergeConfig } from 'vitest/config';
import base from './vitest.config.ts';

// The tests that hold the mutated rooms: those beside the source, without the kit and the long searches.
export default mergeConfig(
  base,
  defineConfig({
    test: {
      include: ['packages/{core,pockyt,paymentoptions,firstoken,payfull,freepayment}/src/**/*.test.ts'],
      exclude: ['**/node_modules/**', '**/conformance.test.ts', '**/usual-mistakes-*.test.ts', '**/explain-mismatch.test.ts'],
      reporters: ['default'],
    },
  }),
);
