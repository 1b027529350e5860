import { describe, expect, test } from 'vitest';
import { entrancesOf, entriesOf } from '../../build/entries.ts';

const BOTH = (name: string) => ({
  import: { types: `./dist/${name}.d.ts`, default: `./dist/${name}.js` },
  require: { types: `./dist/${name}.d.cts`, default: `./dist/${name}.cjs` },
});

test('an entrance is an entry of both formats, a program is a module only, and package.json is neither', () => {
  const manifest = {
    exports: { '.': { '@capture/source': './src/index.ts', ...BOTH('index') }, './package.json': './package.json' },
    bin: { tool: './dist/bin/cli.js' },
  };
  expect(entriesOf(manifest, 'esm')).toEqual({ index: './src/index.ts', 'bin/cli': './src/bin/cli.ts' });
  expect(entriesOf(manifest, 'cjs')).toEqual({ index: './src/index.ts' });
  expect(entrancesOf(manifest)).toEqual(['src/index.ts']);
});

describe('an import of `#…`', () => {
  const built = {
    bun: { import: './dist/a/fetch.js', require: './dist/a/fetch.cjs' },
    node: { import: './dist/a/node.js', require: './dist/a/node.cjs' },
    default: { import: './dist/a/fetch.js', require: './dist/a/fetch.cjs' },
  };
  const together = { bun: './src/a/fetch.ts', node: './src/a/node.ts', default: './src/a/fetch.ts' };

  test.each([
    ['whose sources stand together', { '@capture/source': together, ...built }],
    [
      'whose sources stand beside the built files',
      {
        bun: { '@capture/source': './src/a/fetch.ts', ...built.bun },
        node: { '@capture/source': './src/a/node.ts', ...built.node },
        default: { '@capture/source': './src/a/fetch.ts', ...built.default },
      },
    ],
  ])('%s has an entry for the file of each condition, and no declarations', (_, target) => {
    const manifest = { imports: { '#transport': target } };
    for (const format of ['esm', 'cjs'] as const)
      expect(entriesOf(manifest, format)).toEqual({ 'a/fetch': './src/a/fetch.ts', 'a/node': './src/a/node.ts' });
    expect(entrancesOf(manifest)).toEqual([]);
  });

  test('may have another source in each format', () => {
    const target = {
      import: { '@capture/source': './src/await.ts', default: './dist/await.js' },
      require: { '@capture/source': './src/none.ts', default: './dist/none.cjs' },
    };
    expect(entriesOf({ imports: { '#runner': target } }, 'esm')).toEqual({ await: './src/await.ts' });
    expect(entriesOf({ imports: { '#runner': target } }, 'cjs')).toEqual({ none: './src/none.ts' });
  });

  test('without a source is an error', () => {
    const imports = { '#transport': { '@capture/source': { node: './src/a/node.ts' }, ...built } };
    expect(() => entriesOf({ imports }, 'esm')).toThrow('./dist/a/fetch.js has no source');
  });
});
