// The growth of a user's bundle, minified and gzipped, on Node and elsewhere: each provider with everything it needs,
// and each entrance of core by itself. The list follows from the folders.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');

// The aim is 20 kB for a provider and 7 kB for the entrance that callers use. These are today's sizes, so that no
// change adds to them unnoticed. Lower a number whenever it can be lowered.
const PROVIDER_LIMITS = {
  freepayment: { node: '35 kB', elsewhere: '40.2 kB' },
  payfull: { node: '33.6 kB', elsewhere: '41.2 kB' },
  pockyt: { node: '37 kB', elsewhere: '43.9 kB' },
};
const PROVIDER_LIMIT = { node: '31.4 kB', elsewhere: '36.5 kB' };
const CORE_LIMITS = {
  '.': { elsewhere: '6.8 kB' },
  './provider': { node: '31.4 kB', elsewhere: '28.1 kB' },
  './signing': { node: '11.2 kB', elsewhere: '11 kB' },
  './node': { node: '8.6 kB' },
  './ky': { elsewhere: '3.9 kB' },
  './testing': { elsewhere: '14.1 kB' },
};

const PLATFORMS = {
  // What a program without a `fetch` of its own loads: a bundler keeps ky apart, or in the bundle until it is needed.
  node: { name: 'on Node', esbuild: { platform: 'node', external: ['#ky'] } },
  elsewhere: { name: 'elsewhere', esbuild: { platform: 'browser', external: [] } },
};

const packages = readdirSync(join(ROOT, 'packages')).map((id) => ({
  id,
  tags: JSON.parse(readFileSync(join(ROOT, 'packages', id, 'turbo.json'), 'utf8')).tags,
}));
const providers = packages.filter(({ tags }) => tags.includes('provider'));
const { exports, dependencies } = JSON.parse(readFileSync(join(ROOT, 'packages/core/package.json'), 'utf8'));

/** One measurement for each platform that has a limit. */
const onPlatforms = (limits, check) =>
  Object.entries(limits).map(([platform, limit]) => {
    const { name, esbuild } = PLATFORMS[platform];
    return {
      ...check,
      name: `${check.name}, ${name}`,
      import: '*',
      limit,
      gzip: true,
      modifyEsbuildConfig: ({ external = [], ...config }) => ({
        ...config,
        platform: esbuild.platform,
        external: [...external, ...esbuild.external],
      }),
    };
  });

export default [
  ...providers.flatMap(({ id }) =>
    onPlatforms(PROVIDER_LIMITS[id] ?? PROVIDER_LIMIT, {
      name: `@capture/${id} with all it needs`,
      path: `../../packages/${id}/dist/index.js`,
    }),
  ),
  ...Object.entries(CORE_LIMITS).flatMap(([entrance, limits]) =>
    onPlatforms(limits, {
      name: `@capture/core ${entrance} without dependencies`,
      path: `../../packages/core/${exports[entrance].import.default.replace('./', '')}`,
      ignore: [...Object.keys(dependencies).flatMap((name) => [name, `${name}/*`]), 'node:*'],
    }),
  ),
];
