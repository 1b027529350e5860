import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { entriesOf, type Target } from '../build/entries.ts';
import { providerPackages, publishedPackages, ROOT } from '../workspace/workspace.ts';
import { filesIn } from '../workspace/files.ts';
import { importsOf } from '../workspace/import-graph.ts';

// The structure that makes five providers readable as one: the same modules, short files, imports in one direction,
// manifests that are alike.
const MODULES = [
  'codes.ts',
  'index.ts',
  'lookup.ts',
  'options.ts',
  'outcome.ts',
  'provider.ts',
  'request.ts',
  'response.ts',
  'sign.ts',
  'wire.ts',
];
/** A module that a provider whose page documents nothing for it cannot have. */
const OPTIONAL_MODULES = ['webhook.ts'];

const sources = (folder: string) => filesIn(join(folder, 'src')).filter((file) => /(?<!\.test(?:-d)?)\.ts$/.test(file));
const named = (file: string) => relative(ROOT, file);

/** Lines with code: neither comments nor blank lines. */
function linesOfCode(file: string): number {
  const content = readFileSync(file, 'utf8');
  const source = ts.createSourceFile(file, content, ts.ScriptTarget.Latest, true);
  const lines = new Set<number>();
  const visit = (node: ts.Node) => {
    if (node.getChildCount(source) === 0 && node.getText(source) !== '') {
      const first = source.getLineAndCharacterOfPosition(node.getStart(source)).line;
      const last = source.getLineAndCharacterOfPosition(node.getEnd()).line;
      for (let line = first; line <= last; line += 1) lines.add(line);
    }
    for (const child of node.getChildren(source)) if (!ts.isJSDoc(child)) visit(child);
  };
  visit(source);
  return lines.size;
}

test('lines of code are counted without comments and blank lines', () => {
  const file = join(ROOT, 'tools/workspace/tarballs.ts');
  const all = readFileSync(file, 'utf8').split('\n');
  expect(linesOfCode(file)).toBe(
    all.filter((line) => line.trim() !== '' && !/^\s*(?:\/\*\*|\*|\/\/)/.test(line)).length,
  );
});

describe.each(providerPackages())('$name', ({ id, folder }) => {
  const modules = readdirSync(join(folder, 'src')).filter((file) => !/\.test(?:-d)?\.ts$/.test(file));

  test('has the modules that every provider has', () => {
    expect(modules.filter((module) => !OPTIONAL_MODULES.includes(module)).sort()).toEqual(MODULES);
  });

  test('has the optional module only if it declares the capability', () => {
    const declared = readFileSync(join(folder, 'src/provider.ts'), 'utf8');
    expect(modules.includes('webhook.ts')).toBe(!declared.includes("webhook: 'none'"));
  });

  test('has a test beside every module that decides something', () => {
    for (const module of ['outcome', 'request', 'sign', 'wire']) {
      expect(existsSync(join(folder, `src/${module}.test.ts`)), module).toBe(true);
    }
  });

  test('index.ts exports and does nothing else', () => {
    const file = join(folder, 'src/index.ts');
    const { statements } = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest);
    expect(statements.length).toBeGreaterThan(0);
    for (const statement of statements)
      expect(ts.isExportDeclaration(statement) && statement.moduleSpecifier).toBeTruthy();
  });

  test('is read in five minutes: about 315 lines of code', () => {
    const lines = sources(folder).map(linesOfCode);
    expect(lines.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(LINES[id] ?? 315);
  });

  test('imports core, valibot and its own modules', () => {
    for (const file of sources(folder)) {
      for (const from of importsOf(file))
        expect(from, named(file)).toMatch(/^(?:\.\/[a-z]+\.ts|valibot|@capture\/core(?:\/provider|\/signing)?)$/);
    }
  });
});

/** Providers that need more than 315 lines, and how many: a page with more fields, or with a notification. */
const LINES: Readonly<Record<string, number>> = { freepayment: 425, pockyt: 390, payfull: 335, paymentoptions: 350 };

describe('core and the providers', () => {
  const files = publishedPackages()
    .filter(({ tag }) => tag === 'core' || tag === 'provider')
    .flatMap(({ folder }) => sources(folder));

  test.each(files.map(named))('%s has at most 150 lines of code', (file) => {
    expect(linesOfCode(join(ROOT, file))).toBeLessThanOrEqual(150);
  });

  test('core and the conformance kit name no provider', () => {
    const ids = new RegExp(providerPackages().map(({ id }) => id).join('|'), 'i'); // prettier-ignore
    for (const { tag, folder } of publishedPackages()) {
      if (tag !== 'core' && tag !== 'conformance') continue;
      for (const file of sources(folder)) expect(readFileSync(file, 'utf8'), named(file)).not.toMatch(ids);
    }
  });

  test('core imports its three libraries and nothing of ours, and only what is for Node imports Node', () => {
    const core = join('packages', 'core', 'src');
    const allowed = /^(?:\.{1,2}\/(?!.*\bnode\/)|valibot$|ky$|@noble\/hashes\/|#[a-z-]+$)/;
    for (const file of files.filter((one) => named(one).startsWith(core))) {
      const forNode = named(file).startsWith(join(core, 'node')) || file.endsWith('.node.ts');
      for (const from of importsOf(file))
        if (!(forNode && /^(?:node:|\.{1,2}\/node\/)/.test(from))) expect(from, named(file)).toMatch(allowed);
    }
  });

  test('of core, ky is imported by its transport only, and that by nothing that every program on Node loads', () => {
    const importing = (pattern: RegExp) =>
      files.filter((file) => importsOf(file).some((from) => pattern.test(from))).map((file) => basename(file));
    expect(importing(/^ky$/)).toEqual(['ky-transport.ts']);
    expect(importing(/\/ky-transport\.ts$/)).toEqual(['ky.ts', 'default-transport.fetch.ts']);
    expect(importing(/\.fetch\.ts$|\.noble\.ts$|\/ky\.ts$/)).toEqual([]);
  });

  test('a provider that signs with a scheme declares its digest, so that a runtime without it is refused', () => {
    for (const { folder, id } of providerPackages()) {
      const [signs, declares] = ['sign', 'provider'].map((name) =>
        readFileSync(join(folder, `src/${name}.ts`), 'utf8'),
      );
      expect(declares?.includes('digests: ['), id).toBe(signs?.includes('defineScheme('));
    }
  });
});

describe('what follows the runtime, in the package.json of core', () => {
  const core = publishedPackages().find(({ tag }) => tag === 'core')!;
  const { publishConfig } = core.manifest;
  const imports = (core.manifest.imports ?? {}) as Readonly<Record<string, Readonly<Record<string, Target>>>>;

  test.each(Object.entries(imports))('%s leads to what is built of its source, in both formats', (_, target) => {
    const { '@capture/source': source, ...built } = target;
    expect(Object.keys(target)[0]).toBe('@capture/source');
    const formatsOf = (file: string) => {
      expect(existsSync(join(core.folder, file)), file).toBe(true);
      const name = file.replace('./src/', './dist/').replace(/\.ts$/, '');
      return { import: `${name}.js`, require: `${name}.cjs` };
    };
    if (typeof source === 'string') expect(built).toEqual(formatsOf(source));
    else
      expect(Object.entries(built)).toEqual(
        Object.entries(source ?? {}).map(([condition, file]) => [condition, formatsOf(file as string)]),
      );
  });

  // Bun and Deno take the condition `node` too, and so does a bundle for workerd that may use modules of Node.
  test.each(['#default-transport', '#digests'])('%s is that of Node on Node only', (name) => {
    const conditions = (publishConfig?.imports?.[name] ?? {}) as Readonly<Record<string, Target>>;
    expect(Object.keys(conditions)).toEqual(['bun', 'deno', 'workerd', 'browser', 'node', 'default']);
    const { node, ...others } = conditions;
    expect(JSON.stringify(node)).toMatch(/\.node\.js".*\.node\.cjs"/);
    expect(new Set(Object.values(others).map((one) => JSON.stringify(one))).size).toBe(1);
  });

  test.each(['#default-transport', '#digests'])('%s exports the same of the same types everywhere', async (name) => {
    const { node, default: other } = imports[name]?.['@capture/source'] as Readonly<Record<string, string>>;
    const shapeOf = async (file = '') =>
      Object.entries((await import(join(core.folder, file))) as object).map(([key, value]) => [key, typeof value]);
    expect(await shapeOf(node)).toEqual(await shapeOf(other));
  });
});

test('nothing from the template is still to be filled in', () => {
  const folders = ['apps/playground/src', 'protocol', 'tools/benchmarks/programs', '.changeset'];
  const others = folders.map((folder) => join(ROOT, folder));
  const places = [...publishedPackages().map(({ folder }) => folder), ...others];
  const files = places.flatMap(filesIn).filter((file) => !/node_modules|[\\/]dist[\\/]/.test(file));
  expect(files.filter((file) => readFileSync(file, 'utf8').includes('FILL IN')).map(named)).toEqual([]);
});

test('the sandbox imports nothing but Node and itself', () => {
  const sandbox = publishedPackages().find(({ tag }) => tag === 'sandbox');
  for (const file of sources(sandbox?.folder ?? '')) {
    for (const from of importsOf(file)) expect(from, named(file)).toMatch(/^(?:\.{1,2}\/|node:)/);
  }
  expect(sandbox?.manifest.dependencies).toBeUndefined();
});

describe.each(publishedPackages())('the package.json of $name', ({ id, manifest, folder, tag }) => {
  test('publishes what the workspace uses, minus the private condition', () => {
    const { exports, imports, publishConfig } = manifest;
    expect(publishConfig?.exports).toEqual(exports && publicPart(exports));
    expect(publishConfig?.imports).toEqual(imports && publicPart(imports));
    const sources = [entriesOf(manifest, 'esm'), entriesOf(manifest, 'cjs')].flatMap((entries) =>
      Object.values(entries),
    );
    expect(sources).toEqual(expect.arrayContaining(['./src/index.ts']));
    for (const source of sources) expect(existsSync(join(folder, source)), source).toBe(true);
  });

  test('has every entrance as an ES module and as CommonJS, with declarations for both', () => {
    const subpaths: Record<string, string[]> = {};
    for (const [entrance, target] of Object.entries(manifest.exports ?? {})) {
      if (entrance === './package.json') continue;
      const name = entrance === '.' ? 'index' : entrance.slice(2);
      expect(target).toEqual({
        '@capture/source': `./src/${name}.ts`,
        import: { types: `./dist/${name}.d.ts`, default: `./dist/${name}.js` },
        require: { types: `./dist/${name}.d.cts`, default: `./dist/${name}.cjs` },
      });
      if (entrance !== '.') subpaths[name] = [`./dist/${name}.d.cts`];
    }
    // For TypeScript with `moduleResolution` `node10`, which does not read `exports`.
    const legacy = { main: './dist/index.cjs', types: './dist/index.d.cts' };
    expect(manifest).toMatchObject(legacy);
    expect(manifest['typesVersions']).toEqual(Object.keys(subpaths).length > 0 ? { '*': subpaths } : undefined);
  });

  test('has the same fields in the same form as the others', () => {
    const { name, description, publishConfig, keywords } = manifest;
    expect(name).toBe(`@capture/${id}`);
    expect(description).toMatch(/^[A-Z].{20,}\.$/);
    expect(keywords).toEqual(expect.arrayContaining(['payments', 'card-payments', 'capture']));
    if (tag === 'provider') expect(keywords).toContain(id);
    expect(publishConfig?.access).toBe('public');
    expect(manifest).toMatchObject({
      license: 'MIT',
      type: 'module',
      sideEffects: false,
      engines: { node: '>=22' },
      files: ['dist', 'src', '!src/**/*.test*.ts', 'README.md', 'CHANGELOG.md', 'LICENSE'],
      homepage: `https://github.com/capture/capture/tree/main/packages/${id}#readme`,
      bugs: { url: 'https://github.com/capture/capture/issues' },
      repository: { type: 'git', url: 'git+https://github.com/capture/capture.git', directory: `packages/${id}` },
      scripts: {
        build: 'node ../../tools/workspace/clean.js && tsdown --config ../../tools/build/tsdown.config.ts',
        test: `vitest run --root ../.. --reporter=default packages/${id}/`,
        'test:watch': `vitest --root ../.. --reporter=default packages/${id}/`,
      },
    });
    expect(Object.keys(manifest).filter((field) => !FIELDS.includes(field))).toEqual([]);
  });

  test('takes shared versions from the catalog', () => {
    const { dependencies, devDependencies } = manifest;
    for (const [name, range] of Object.entries({ ...dependencies, ...devDependencies })) {
      expect(range, name).toBe(name.startsWith('@capture/') ? 'workspace:^' : 'catalog:');
    }
  });

  test('depends on core and valibot, if it is a provider', () => {
    if (tag === 'provider') expect(Object.keys(manifest.dependencies ?? {})).toEqual(['@capture/core', 'valibot']);
  });
});

const FIELDS = 'name version description keywords homepage bugs license type sideEffects engines files main types typesVersions exports imports publishConfig repository scripts dependencies devDependencies peerDependencies peerDependenciesMeta bin'.split(' '); // prettier-ignore

/** A field of a package.json without the private condition, wherever it stands. */
function publicPart(target: Target): Target {
  if (typeof target === 'string') return target;
  const shown = Object.entries(target).filter(([condition]) => condition !== '@capture/source');
  return Object.fromEntries(shown.map(([condition, inner]) => [condition, publicPart(inner)]));
}
