import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Rolldown } from 'tsdown';

/** The name of the package that a module of node_modules belongs to; `undefined` for a module of ours. */
export function dependencyOf(module: string): string | undefined {
  return /^.*[\\/]node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/]+)/.exec(module)?.[1]?.replaceAll('\\', '/');
}

/**
 * Accompanies inlined dependencies with what their users are owed: the licence of each in a file, and no map that leads
 * to sources which are not in the package.
 */
export function inlinedDependencies(): Rolldown.Plugin {
  return {
    name: 'inlined-dependencies',
    generateBundle(_options, bundle) {
      const licences = new Map<string, string>();
      for (const [file, output] of Object.entries(bundle)) {
        if (output.type !== 'chunk') continue;
        const inlined = output.moduleIds.filter((id) => dependencyOf(id) !== undefined);
        for (const id of inlined) licences.set(dependencyOf(id) ?? '', licenceOf(id));
        if (inlined.length === 0) continue;
        if (inlined.length < output.moduleIds.length) this.error(`${file} mixes ours with ${String(inlined[0])}`);
        output.map = null;
        output.code = output.code.replace(/^\/\/# sourceMappingURL=.*$/m, '');
        Reflect.deleteProperty(bundle, `${file}.map`);
      }
      if (licences.size === 0) return;
      const source = [...licences].sort().map(([name, text]) => `${name}\n\n${text.trim()}\n`).join('\n---\n\n'); // prettier-ignore
      this.emitFile({ type: 'asset', fileName: 'shared/licences.txt', source });
    },
  };
}

/** The licence beside the nearest package.json above a module that has a licence. */
function licenceOf(module: string): string {
  for (let folder = dirname(module); dependencyOf(folder) !== undefined; folder = dirname(folder)) {
    const found = ['LICENSE', 'license', 'LICENSE.md'].map((name) => join(folder, name)).find((one) => existsSync(one));
    if (found !== undefined) return readFileSync(found, 'utf8');
  }
  throw new Error(`${module} has no licence`);
}
