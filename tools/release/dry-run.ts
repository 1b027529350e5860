// Prints the packages that the next release would publish, from the pending changesets: `pnpm release:dry`. It uploads
// nothing and changes nothing here.
import { rmSync } from 'node:fs';
import { copyWorkspace, packAll, temporaryFolder } from '../workspace/copy.ts';
import { run } from '../workspace/run.ts';
import { rehearse } from './rehearse.ts';

const clone = await copyWorkspace({ built: true });
const packed = temporaryFolder('dry');
try {
  const releases = await rehearse(clone);
  const tarballs = releases.length > 0 ? await packAll(clone, packed) : new Map<string, string>();
  for (const { name, from, to, notes, needs } of releases) {
    const files = (await run('tar', ['-tzf', tarballs.get(name) ?? ''], { cwd: packed })).trim().split('\n');
    const ranges = Object.entries(needs).map(([one, range]) => `${one} ${range}`);
    console.log(
      `${name} ${from} → ${to}, ${files.length} files${ranges.length > 0 ? `, needs ${ranges.join(', ')}` : ''}`,
    );
    console.log(`${notes.replaceAll(/^/gm, '    ')}\n`);
  }
  console.log(releases.length === 0 ? 'Nothing to publish: no changeset is pending.' : `${releases.length} packages`);
} finally {
  rmSync(clone, { recursive: true, force: true });
  rmSync(packed, { recursive: true, force: true });
}
