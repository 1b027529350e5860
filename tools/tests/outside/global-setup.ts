import { tarballs } from '../../workspace/tarballs.ts';
import { installTools } from '../../workspace/outside-tools.ts';

/** Installs the tools and packs the tarballs once, before any test. */
export default async function setup(): Promise<void> {
  await installTools();
  await tarballs();
}
