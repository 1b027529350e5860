// The growth of a user's bundle, minified and gzipped: each provider with everything it needs, and each entrance of
// core by itself. The list follows from the folders.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');

// The aim is 20 kB for a provider and 7 kB for the entrance that callers use. These are today's sizes, so that no
// change adds to them unnoticed; ky alone is 8.5 kB of every provider. Lower a number whenever it can be lowered.
const PROVIDER_LIMITS = { freepayment: '39.2 kB', payfull: '40.4 kB', pockyt: '42.9 kB' };
const PROVIDER_LIMIT = '35.5 kB';
const CORE_LIMITS = {
  '.': '9.5 kB',
  './provider': '27 kB',
  './signing': '10.5 kB',
  './node': '5.9 kB',
  './testing': '13.7 kB',
};

const packages = readdirSync(join(ROOT, 'packages')).map((id) => ({
  id,
  tags: JSON.parse(readFileSync(join(ROOT, 'packages', id, 'turbo.json'), 'utf8')).tags,
}));
const providers = packages.filter(({ tags }) => tags.includes('provider'));
const { exports, dependencies } = JSON.parse(readFileSync(join(ROOT, 'packages/core/package.json'), 'utf8'));

export default [
  ...providers.map(({ id }) => ({
    name: `@capture/${id} with all it needs`,
    path: `../../packages/${id}/dist/index.js`,
    import: '*',
    limit: PROVIDER_LIMITS[id] ?? PROVIDER_LIMIT,
    gzip: true,
  })),
  ...Object.entries(CORE_LIMITS).map(([entrance, limit]) => ({
    name: `@capture/core ${entrance} without dependencies`,
    path: `../../packages/core/${exports[entrance].default.replace('./', '')}`,
    import: '*',
    ignore: [...Object.keys(dependencies).flatMap((name) => [name, `${name}/*`]), 'node:*'],
    limit,
    gzip: true,
  })),
];
