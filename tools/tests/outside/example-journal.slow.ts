import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { FaultName } from '../../../packages/sandbox/src/index.ts';
import { compileExample } from '../../workspace/example-project.ts';
import { payfullExample } from '../../workspace/payfull-example.ts';

// The example as a user has it: installed outside the workspace, every step a process of its own, the sandbox the
// provider.
const AUTHORIZATION = 'T4U_8d8125d10a_481a77f38';
const { sandbox, project, start, requests } = payfullExample('journal', { LEASE: '500' });
const ship = (order: string, fault?: FaultName) => start(['ship', order, AUTHORIZATION, '23.02'], fault).ended;

test('compiles', async () => {
  expect(await compileExample(project())).toBe('');
});

test('an order that is shipped twice is captured once', async () => {
  expect(await ship('order-1042')).toContain('order-1042: captured');
  expect(await ship('order-1042')).toContain('order-1042: captured');
  expect(requests()).toBe(1);
});

test('a response that was lost is looked up', async () => {
  expect(await ship('order-1043', 'commit-then-drop')).toContain('order-1043: unknown');
  expect(await start(['work']).ended).toContain('1 captured: 2302 TRY');
  expect(requests()).toBe(1);
});

test('what a process left that died while it sent is looked up, and not sent again', async () => {
  const dying = start(['ship', 'order-1044', AUTHORIZATION, '23.02'], 'hang');
  const forget = sandbox.truth.onCapture(() => {
    dying.kill('SIGKILL');
  });
  await dying.ended;
  forget();
  expect(await start(['work']).ended).toContain('1 captured: 2302 TRY');
  expect(await ship('order-1044')).toContain('order-1044: captured');
  expect(requests()).toBe(1);
});

test('a batch may be run again, and leaves nothing to decide', async () => {
  const orders = [1, 2, 3].map((n) => {
    const { id } = sandbox.authorize({ provider: 'payfull', amount: { minor: 1000, currency: 'TRY' } });
    return `order-${String(n)},${id},10.00`;
  });
  const file = join(project().folder, 'orders.csv');
  writeFileSync(file, `${orders.join('\n')}\n`);
  for (let run = 0; run < 2; run += 1) expect(await start(['batch', file]).ended).toContain('3 captured: 3000 TRY');
  expect(requests()).toBe(3);
  expect(await start(['open']).ended).not.toContain('order-');
});
