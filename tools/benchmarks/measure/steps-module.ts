import { join } from 'node:path';
import { ROOT } from '../../workspace/workspace.ts';
import { esbuild } from './esbuild.ts';

/**
 * Writes the modules that the steps of a provider's capture are made of, which no package exports, as one file: from
 * the sources, with the types removed, so that it follows no layout of a build.
 */
export async function writeStepsModule(id: string, file: string): Promise<void> {
  const core = join(ROOT, 'packages/core/src');
  await esbuild().build({
    stdin: {
      contents: `
        export { requestSchema } from './request.ts';
        export { responseSchema } from './response.ts';
        export { checkRequest } from ${JSON.stringify(join(core, 'schemas/validation.ts'))};
        export { parseResponseJson } from ${JSON.stringify(join(core, 'transport/response-json.ts'))};
        export { safeParse } from 'valibot';`,
      resolveDir: join(ROOT, 'packages', id, 'src'),
      loader: 'ts',
    },
    bundle: true,
    platform: 'node',
    conditions: ['@capture/source'],
    format: 'esm',
    outfile: file,
    logLevel: 'error',
  });
}
