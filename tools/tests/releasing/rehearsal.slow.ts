import { appendFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { commit, copyWorkspace, packAll, temporaryFolder } from '../../workspace/copy.ts';
import { run } from '../../workspace/run.ts';
import { providerPackages, publishedPackages, readManifest, type Manifest } from '../../workspace/workspace.ts';
import { rehearse, type Release } from '../../release/rehearse.ts';

// Releases are rehearsed in a clone, with the tool and the settings of a real one. Each starts after a first release of
// every package.
let clone: string;

beforeEach(async () => {
  clone = await copyWorkspace();
  await rehearse(clone);
  for (const { folder, manifest } of publishedPackages(clone)) {
    // Every package stands at the same version, so that the tests do not depend on the history.
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ ...manifest, version: '1.4.2' }, undefined, 2));
  }
  await commit(clone, 'released');
}, 120_000);

afterEach(() => {
  rmSync(clone, { recursive: true, force: true });
});

/** Changes a package, writes the changeset, and rehearses the release of it. */
async function release(name: string, bump: 'patch' | 'minor' | 'major'): Promise<readonly Release[]> {
  const changed = publishedPackages(clone).find((one) => one.name === name)?.folder ?? '';
  appendFileSync(join(changed, 'src/index.ts'), '// changed\n');
  writeFileSync(join(clone, '.changeset/a-change.md'), `---\n'${name}': ${bump}\n---\n\nWhat has changed.\n`);
  await commit(clone, 'a change');
  return rehearse(clone);
}

const versions = (releases: readonly Release[]) => Object.fromEntries(releases.map(({ name, to }) => [name, to]));
const providers = providerPackages().map(({ name }) => name);

describe('a change to one provider', () => {
  test.each(providers)('%s is released alone', { timeout: 60_000 }, async (name) => {
    const releases = await release(name, 'minor');
    expect(versions(releases)).toEqual({ [name]: '1.5.0' });
    expect(releases[0]?.notes).toMatch(/^### Minor Changes\n\n- [0-9a-f]{7,}: What has changed\.$/);
    expect(releases[0]?.needs).toEqual({ '@capture/core': '^1.4.2' });
  });

  test('a package that only tests use is released alone', { timeout: 60_000 }, async () => {
    expect(versions(await release('@capture/sandbox', 'patch'))).toEqual({ '@capture/sandbox': '1.4.3' });
  });
});

describe('a change to core', () => {
  const dependents = [...providers, '@capture/conformance', '@capture/journal'];

  test('a patch releases core and what depends on it, as patches', { timeout: 60_000 }, async () => {
    const releases = await release('@capture/core', 'patch');
    expect(versions(releases)).toEqual(
      Object.fromEntries(['@capture/core', ...dependents].map((name) => [name, '1.4.3'])),
    );
    for (const { name, notes, needs } of releases) {
      if (name === '@capture/core') continue;
      expect(notes).toMatch(
        /^### Patch Changes\n\n- Updated dependencies \[[0-9a-f]+\]\n {2}- @capture\/core@1\.4\.3$/,
      );
      expect(needs).toEqual({ '@capture/core': '^1.4.3' });
    }
  });

  test(
    'a breaking one moves the range of every dependent, and only core to a new major',
    { timeout: 60_000 },
    async () => {
      const releases = await release('@capture/core', 'major');
      expect(versions(releases)).toEqual({
        '@capture/core': '2.0.0',
        ...Object.fromEntries(dependents.map((name) => [name, '1.4.3'])),
      });
      for (const { name, needs } of releases) {
        expect(needs).toEqual(name === '@capture/core' ? {} : { '@capture/core': '^2.0.0' });
      }
      const [core] = releases.filter(({ name }) => name === '@capture/core');
      expect(core?.notes).toContain('### Major Changes');
    },
  );
});

test('the tarball depends on the core that was released with it', { timeout: 60_000 }, async () => {
  await release('@capture/core', 'patch');
  const packed = temporaryFolder('packed');
  const tarball = (await packAll(clone, packed)).get('@capture/payfull') ?? '';
  const manifest = JSON.parse(
    await run('tar', ['-xzOf', tarball, 'package/package.json'], { cwd: packed }),
  ) as Manifest;
  rmSync(packed, { recursive: true });
  expect(manifest.version).toBe('1.4.3');
  expect(manifest.dependencies).toMatchObject({ '@capture/core': '^1.4.3' });
});

test('a change without a changeset releases nothing', { timeout: 60_000 }, async () => {
  appendFileSync(join(clone, 'packages/core/src/index.ts'), '// changed\n');
  await commit(clone, 'a change');
  expect(await rehearse(clone)).toEqual([]);
});

test('no package has a peer dependency on another of ours: such a bump would be a major one of the dependent', () => {
  const ours = publishedPackages().map(({ name }) => name);
  for (const { folder } of publishedPackages()) {
    const peers = Object.keys(readManifest(folder).peerDependencies ?? {});
    expect(peers.filter((name) => ours.includes(name))).toEqual([]);
  }
  expect(readFileSync(join(clone, '.changeset/config.json'), 'utf8')).toContain('"updateInternalDependents": "always"');
});
