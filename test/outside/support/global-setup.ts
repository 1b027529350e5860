import { tarballs } from '../../support/tarballs.ts';
import { installTools } from './tools.ts';

/** Before any test: the tools are installed and the tarballs are packed, once. */
export default async function setup(): Promise<void> {
  await installTools();
  await tarballs();
}
