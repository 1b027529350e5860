import { expect, test } from 'vitest';
import type { FaultName } from '../../../packages/sandbox/src/index.ts';
import { compileExample } from '../../workspace/example-project.ts';
import { payfullExample } from '../../workspace/payfull-example.ts';

// The example as a user has it: installed outside the workspace, every step a process of its own, the sandbox the
// provider.
const AUTHORIZATION = 'T4U_8d8125d10a_481a77f38';
const { sandbox, project, start, requests } = payfullExample('order-flow');
const add = (id: string) => start(['add', id, AUTHORIZATION, '23.02', 'TRY', '192.168.1.1']).ended;
const capture = (id: string, fault?: FaultName) => start(['capture', id], fault).ended;
const resolve = () => start(['resolve']).ended;

test('compiles', async () => {
  expect(await compileExample(project())).toBe('');
});

test('a capture whose response is lost is looked up, and captured exactly once', async () => {
  await add('order-1042');
  expect(await capture('order-1042', 'commit-then-drop')).toContain('order-1042: unknown');
  expect(await capture('order-1042')).toContain('nothing was sent');
  expect(await resolve()).toContain('order-1042: captured');
  expect(await resolve()).not.toContain('order-1042');
  expect(requests()).toBe(1);
  expect(sandbox.truth.captures()).toMatchObject([
    { reference: 'order-1042', amount: { minor: 2302, currency: 'TRY' }, state: 'captured' },
  ]);
});

test('a process that dies while it captures leaves a row that is looked up', async () => {
  await add('order-1043');
  const dying = start(['capture', 'order-1043'], 'hang');
  const forget = sandbox.truth.onCapture(() => {
    dying.kill('SIGKILL');
  });
  await dying.ended;
  forget();
  expect(await capture('order-1043')).toContain('nothing was sent');
  expect(await resolve()).toContain('order-1043: captured');
  expect(requests()).toBe(1);
});

test('of two processes at the same time one captures', async () => {
  await add('order-1044');
  const outputs = await Promise.all([capture('order-1044'), capture('order-1044')]);
  expect(outputs.filter((output) => output.includes('order-1044: captured'))).toHaveLength(1);
  expect(outputs.filter((output) => output.includes('nothing was sent'))).toHaveLength(1);
  expect(requests()).toBe(1);
});

test('a capture that was never sent may be captured again', async () => {
  await add('order-1045');
  expect(await capture('order-1045', 'refuse')).toContain('order-1045: unsent');
  expect(await capture('order-1045')).toContain('order-1045: captured');
  expect(requests()).toBe(1);
});

test('a declined order is final', async () => {
  const id = 'decline-insufficient-funds-1046';
  await add(id);
  expect(await capture(id)).toContain(`${id}: declined`);
  expect(await capture(id)).toContain('nothing was sent');
  expect(requests()).toBe(1);
});

test('a payment that is not found stays open, and is not captured again', async () => {
  await add('order-1047');
  expect(await capture('order-1047', 'drop-before-commit')).toContain('order-1047: unknown');
  expect(await resolve()).toContain('order-1047: undecided');
  expect(await capture('order-1047')).toContain('nothing was sent');
  expect(sandbox.truth.captures()).toEqual([]);
});
