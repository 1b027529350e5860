import { join } from 'node:path';
import { startPlayground } from '../server/playground.ts';
import { runDemo } from '../terminal/demo.ts';

const once = process.argv.includes('--once');
const live = process.argv.includes('--live');
const { output, asExpected } = await runDemo();
console.log(`${output}\n`);
if (!asExpected) {
  console.error('Not every capture ended as expected.');
  process.exitCode = 1;
} else if (!once) {
  const page = join(import.meta.dirname, '../web');
  const { address } = await startPlayground({ page, live, environment: process.env });
  if (live) console.log('LIVE: captures can charge real cards with the credentials in this environment.');
  console.log(`The playground is running at\n\n  ${address}\n\nCtrl+C stops it.`);
}
