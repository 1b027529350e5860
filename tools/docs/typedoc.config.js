// The reference of every public entrance, with the guides of docs/, as a static site: `pnpm run docs` writes it to
// dist/docs. Its search runs in the browser, without a server.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');

const packages = readdirSync(join(ROOT, 'packages')).map((id) => ({
  id,
  manifest: JSON.parse(readFileSync(join(ROOT, 'packages', id, 'package.json'), 'utf8')),
}));
const sources = packages.flatMap(({ id, manifest }) =>
  Object.values(manifest.exports)
    .map((target) => target['@capture/source'])
    .filter((source) => source !== undefined)
    .map((source) => `../../packages/${id}/${source.replace('./', '')}`),
);

/**
 * The type of a valibot schema declares each option twice, with the same comment. TypeDoc warns of that and takes the
 * first, which is right.
 */
function quietAboutTwins(app) {
  const { logger } = app;
  const log = logger.log.bind(logger);
  logger.log = (message, level) => {
    if (!/has multiple declarations with a comment|The comments for \S+ are declared at/.test(message))
      log(message, level);
  };
}

export default {
  name: 'Capture',
  plugin: [quietAboutTwins],
  entryPoints: sources,
  tsconfig: 'tsconfig.json',
  out: '../../dist/docs',
  readme: '../../docs/reference.md',
  projectDocuments: ['../../docs/!(reference).md', '../../docs/decisions/*.md'],
  includeVersion: false,
  disableSources: true,
  excludeInternal: true,
  excludePrivate: true,
  githubPages: false,
  // Warnings fail: an export without a comment, a type that is not exported, a broken link.
  treatWarningsAsErrors: true,
  treatValidationWarningsAsErrors: true,
  validation: { notExported: true, invalidLink: true, invalidPath: true, rewrittenLink: true, notDocumented: true, unusedMergeModuleWith: true }, // prettier-ignore
  requiredToBeDocumented: ['Class', 'Interface', 'Function', 'Variable', 'TypeAlias', 'Enum'],
};
