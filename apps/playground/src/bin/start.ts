import { join } from 'node:path';
import { coloured, showsColour } from '../terminal/colour.ts';
import { startCommand } from '../terminal/start-command.ts';

const out = (text: string): void => {
  console.log(showsColour(process.stdout, process.env) ? coloured(text) : text);
};
const page = join(import.meta.dirname, '../web');
process.exitCode = await startCommand(process.argv.slice(2), process.env, {
  page,
  out,
  err: console.error,
});
