import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { CONTENDERS } from '../../benchmarks/contenders.ts';
import { pnpm } from '../../workspace/run.ts';
import { ROOT } from '../../workspace/workspace.ts';

const FILES = ['docs/performance.md', 'docs/images/performance.svg'];
const written = () => FILES.map((file) => readFileSync(join(ROOT, file), 'utf8'));

// The figures themselves do not matter here: the run fails if a capture by any library ends in anything but success.
test('the benchmark runs, every library captures, and a quick run writes nothing', { timeout: 600_000 }, async () => {
  const before = written();
  const report = await pnpm(['bench', '--quick'], ROOT);
  for (const { id } of CONTENDERS) {
    const rows = report.split('\n').filter((line) => line.startsWith('| ') && line.includes(id));
    expect(rows.length, id).toBeGreaterThanOrEqual(2);
    // Every cell has a figure: nothing was left out.
    for (const row of rows.filter((one) => one.startsWith('| **') || one.startsWith('| `'))) {
      expect(row, id).not.toMatch(/NaN|not measured/);
    }
  }
  expect(written()).toEqual(before);
});

test('every library is profiled, and quick profiles write nothing', { timeout: 600_000 }, async () => {
  const before = written();
  const report = await pnpm(['bench:profile', '--quick'], ROOT);
  for (const { id } of CONTENDERS.filter(({ kind }) => kind === 'ours')) {
    const shares = report.split('\n').find((line) => line.startsWith(`| **${id}** |`));
    const sum = (shares ?? '')
      .split('|')
      .slice(2, -1)
      .reduce((total, cell) => total + Number(cell), 0);
    // Rounded figures.
    expect(sum, id).toBeGreaterThan(95);
    expect(sum, id).toBeLessThan(105);
  }
  expect(written()).toEqual(before);
});

test('the journal is measured, and a quick run writes nothing', { timeout: 600_000 }, async () => {
  const before = written();
  const report = await pnpm(['bench:journal', '--quick'], ROOT);
  expect(report).toContain('| Captures per second, 32 in flight: journal ÷ none |');
  expect(report).not.toMatch(/NaN/);
  expect(written()).toEqual(before);
});
