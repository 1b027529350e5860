import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createSandbox, FAULTS, TEST_CARD_OUTCOMES, TEST_REFERENCES, type FaultName } from './index.ts';

const README = readFileSync(new URL('../README.md', import.meta.url), 'utf8');

test.each(Object.keys(FAULTS) as FaultName[])('the README says whether money moves with the fault %s', (fault) => {
  const row = README.split('\n').find((line) => line.startsWith(`| \`${fault}\``));
  expect(row).toMatch(FAULTS[fault].moneyMoves ? /\*\*yes\*\*\s*\|$/ : /\| no/);
});

test.each(Object.keys(TEST_REFERENCES))('the README lists the reference %s', (reference) => {
  expect(README).toContain(`\`${reference}\``);
});

test.each(Object.keys(TEST_CARD_OUTCOMES))('the README lists the test card %s', (card) => {
  expect(README).toContain(`\`${card}\``);
});

test('the README lists the sample authorizations and credentials', () => {
  const sandbox = createSandbox();
  for (const { id } of sandbox.truth.authorizations()) expect(README).toContain(id);
  const others = Object.values(sandbox.credentials).flatMap((one) => Object.values(one) as string[]);
  // For the published token it only names the source.
  for (const value of others.filter((one) => one !== sandbox.credentials.pockyt.token)) expect(README).toContain(value);
});
