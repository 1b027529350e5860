// The build of every published package, run in its folder: for each entrance of package.json one file as an ES module
// and one as CommonJS, both with declarations, and chunks in dist/shared for what entrances have in common. Files
// behind `#…` are entries as well, and `#…` stays in the code, so that the runtime chooses.
import { readFileSync } from 'node:fs';
import { defineConfig, type UserConfig } from 'tsdown';
import { entrancesOf, entriesOf, type BuiltFields, type Format } from './entries.ts';
import { dependencyOf, inlinedDependencies } from './inlined.ts';

const folder = process.cwd();
const manifest = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8')) as BuiltFields;

// Dependencies that are ES modules only. Not everything that runs CommonJS can require them: jest has a module system
// of its own.
const INLINED_IN_COMMONJS = ['ky', '@noble/hashes'];
const isInlined = new RegExp(`^(?:${INLINED_IN_COMMONJS.join('|')})(?:/|$)`);
const isOurs = /^[./]/;

const inFormat = (format: Format): UserConfig => ({
  cwd: folder,
  entry: entriesOf(manifest, format),
  format,
  platform: 'neutral',
  target: 'es2023',
  tsconfig: 'tsconfig.build.json',
  fixedExtension: false,
  hash: false,
  clean: false,
  sourcemap: true,
  dts: { sourcemap: true, entry: entrancesOf(manifest) },
  deps: {
    neverBundle: (id) => !isOurs.test(id) && !(format === 'cjs' && isInlined.test(id)),
    alwaysBundle: format === 'cjs' ? [isInlined] : [],
    onlyBundle: format === 'cjs' ? INLINED_IN_COMMONJS : [],
  },
  plugins: [inlinedDependencies()],
  outputOptions: (options, _format, { cjsDts }) => ({
    ...options,
    chunkFileNames: `shared/[name].${format === 'esm' ? 'js' : 'cjs'}`,
    // One chunk for each inlined dependency, loaded by the entrances that use it.
    codeSplitting: cjsDts ? true : { groups: [{ name: chunkOfDependency, debugName: 'inlined' }] },
    // jest has no `import()` either.
    ...(format === 'cjs' && { dynamicImportInCjs: false }),
    comments: { legal: true, annotation: true, jsdoc: false },
    sourcemapExcludeSources: true,
  }),
  checks: { legacyCjs: false, bundlerTimings: false },
  report: false,
  logLevel: 'warn',
  failOnWarn: true,
});

const chunkOfDependency = (module: string) => dependencyOf(module)?.replace('@', '').replace('/', '-') ?? null;

export default defineConfig([inFormat('esm'), inFormat('cjs')]);
