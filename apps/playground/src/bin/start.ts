import { join } from 'node:path';
import { startCommand } from '../terminal/start-command.ts';

const page = join(import.meta.dirname, '../web');
process.exitCode = await startCommand(process.argv.slice(2), process.env, {
  page,
  out: console.log,
  err: console.error,
});
