import { tarballs } from '../../workspace/tarballs.ts';
import { installTools } from '../../workspace/outside-tools.ts';

/** Before any test: the tools are installed and the tarballs are packed, once. */
export default async function setup(): Promise<void> {
  await installTools();
  await tarballs();
}
