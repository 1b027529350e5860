import { appendFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { commit, copyWorkspace } from '../../workspace/copy.ts';
import { publishedPackages } from '../../workspace/workspace.ts';
import { pendingChangesets } from '../../release/rehearse.ts';
import { missingChangesets } from '../../release/unreleased.ts';

let clone: string;

beforeEach(async () => {
  clone = await copyWorkspace();
}, 60_000);

afterEach(() => {
  rmSync(clone, { recursive: true, force: true });
});

const at = (file: string) => join(clone, file);
const replace = (file: string, what: RegExp, by: string) => {
  const content = readFileSync(at(file), 'utf8');
  expect(content).toMatch(what);
  writeFileSync(at(file), content.replace(what, by));
};
const changeset = (name: string, file = 'mine') => {
  writeFileSync(at(`.changeset/${file}.md`), `---\n'${name}': patch\n---\n\nWhat has changed.\n`);
};

describe('before the first release', () => {
  beforeEach(async () => {
    for (const { folder } of publishedPackages(clone)) {
      replace(`${folder.slice(clone.length + 1)}/package.json`, /"version": "[^"]+"/, '"version": "0.0.0"');
    }
    for (const file of pendingChangesets(clone)) rmSync(at(`.changeset/${file}`));
    await commit(clone, 'never released');
  });

  test('every package needs a changeset', async () => {
    changeset('@capture/payfull');
    const missing = await missingChangesets(clone);
    expect(missing).toContainEqual({ name: '@capture/core', why: 'was never released' });
    expect(missing.map(({ name }) => name)).not.toContain('@capture/payfull');
  });
});

describe('after a release', () => {
  beforeEach(async () => {
    for (const file of pendingChangesets(clone)) rmSync(at(`.changeset/${file}`));
    for (const { folder } of publishedPackages(clone)) {
      replace(`${folder.slice(clone.length + 1)}/package.json`, /"version": "[^"]+"/, '"version": "7.3.1"');
    }
    await commit(clone, 'release');
  });

  const names = async (base?: string) => (await missingChangesets(clone, base)).map(({ name }) => name);

  test('nothing is missing', async () => {
    expect(await missingChangesets(clone)).toEqual([]);
  });

  test.each(['src/index.ts', 'src/new-file.ts', 'README.md'])(
    'a changed %s is refused, committed or not',
    async (file) => {
      appendFileSync(at(`packages/payfull/${file}`), '\n// changed\n');
      expect(await missingChangesets(clone)).toEqual([{ name: '@capture/payfull', why: file }]);
      await commit(clone, 'a change');
      expect(await names()).toEqual(['@capture/payfull']);
      changeset('@capture/payfull');
      expect(await names()).toEqual([]);
    },
  );

  test('a changeset for another package does not count', async () => {
    appendFileSync(at('packages/payfull/src/index.ts'), '\n// changed\n');
    changeset('@capture/pockyt');
    expect(await names()).toEqual(['@capture/payfull']);
  });

  test('what is not published needs none', async () => {
    appendFileSync(at('packages/payfull/src/wire.test.ts'), '\n// changed\n');
    writeFileSync(at('packages/payfull/src/types.test-d.ts'), 'export {};\n');
    appendFileSync(at('README.md'), '\nchanged\n');
    replace('packages/payfull/package.json', /"fast-check": "[^"]+"/, '"fast-check": "^4.0.0"');
    expect(await missingChangesets(clone)).toEqual([]);
  });

  test('a new version in the catalog changes every package that takes it', async () => {
    replace('pnpm-workspace.yaml', / {2}ky: .*/, '  ky: ^2.9.0');
    expect(await names()).toEqual(['@capture/core']);
    replace('pnpm-workspace.yaml', / {2}valibot: .*/, '  valibot: ^1.9.0');
    expect(await names()).toEqual(expect.arrayContaining(['@capture/core', '@capture/payfull', '@capture/firstoken']));
    expect(await names()).not.toContain('@capture/sandbox');
  });

  test('with a base, a changeset that was pending before does not cover a new change', async () => {
    appendFileSync(at('packages/payfull/src/index.ts'), '\n// changed\n');
    changeset('@capture/payfull');
    await commit(clone, 'first change');
    appendFileSync(at('packages/payfull/src/index.ts'), '\n// changed again\n');
    await commit(clone, 'second change');
    expect(await names()).toEqual([]);
    expect(await names('HEAD~1')).toEqual(['@capture/payfull']);
    changeset('@capture/payfull', 'another');
    expect(await names('HEAD~1')).toEqual([]);
  });

  test('the commit of a release itself needs none', async () => {
    appendFileSync(at('packages/payfull/src/index.ts'), '\n// changed\n');
    changeset('@capture/payfull');
    await commit(clone, 'a change');
    rmSync(at('.changeset/mine.md'));
    replace('packages/payfull/package.json', /"version": "7.3.1"/, '"version": "7.3.2"');
    expect(await names()).toEqual([]);
    await commit(clone, 'release again');
    expect(await names('HEAD~1')).toEqual([]);
  });
});
