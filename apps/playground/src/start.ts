import { createSandbox } from '@capture/sandbox';
import { mainJob } from './terminal/main-job.ts';

const once = process.argv.includes('--once');
const { text, asExpected } = await mainJob();
console.log(`${text}\n`);
if (!asExpected) {
  console.error('Not every row is as expected.');
  process.exitCode = 1;
} else if (!once) {
  const server = await createSandbox().listen();
  console.log(`The sandbox answers at ${server.url}. Ctrl+C ends it.`);
}
