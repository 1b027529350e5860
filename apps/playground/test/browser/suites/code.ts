import { execFile } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { choose, outcome, send } from '../support/actions.ts';
import { visit, type World } from '../support/world.ts';

const run = promisify(execFile);
const folder = join(import.meta.dirname, '../../../.copied');

export function code(world: World): void {
  describe('copied code', () => {
    test.each(['Payfull', 'Pockyt'])('copied TypeScript has the same result at %s', (provider) =>
      visit(world, async ({ page }) => {
        await choose(page, provider);
        if (provider === 'Payfull') {
          await page.getByText('1 more optional field').click();
          await page.getByLabel('Your reference').fill('order-1042');
        }
        const program = await copied(page, 'TypeScript');
        await send(page);
        await outcome(page);
        await page.getByText('Complete result as JSON').click();
        const shown = await page.getByRole('region', { name: 'Result as JSON' }).innerText();
        expect(withoutTimes(await executed(`${provider}.ts`, program))).toEqual(
          withoutTimes(shown.replaceAll('secret', '[secret]')),
        );
      }),
    );

    test('copied curl gets a response of the sandbox of this page', () =>
      visit(world, async ({ page, playground }) => {
        const command = await copied(page, 'curl');
        expect(playground.origin).toMatch(/^http:\/\/127\.0\.0\.1:/);
        const { stdout } = await run('bash', ['-c', command]);
        expect(stdout).toMatch(/^HTTP\/1\.1 200/);
        expect(stdout).toContain('"ErrorCode":"00"');
      }));
  });
}

async function copied(page: Page, language: 'TypeScript' | 'curl'): Promise<string> {
  await page.getByRole('button', { name: 'Show code' }).click();
  await page.waitForFunction(() => document.activeElement?.textContent === 'TypeScript');
  await page.getByRole('tab', { name: language }).click();
  await page.getByRole('button', { name: `Copy ${language}` }).click();
  await page.getByText('Copied').waitFor();
  return page.evaluate(() => navigator.clipboard.readText());
}

/** Runs the program as pasted, in a project that has the packages. */
async function executed(name: string, program: string): Promise<string> {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, name), program);
  try {
    const { stdout } = await run(process.execPath, ['--conditions=@capture/source', join(folder, name)]);
    return stdout;
  } finally {
    rmSync(join(folder, name));
  }
}

/** Two captures differ only in their timestamps. */
/** Without what differs between two runs: times, and the ids of other captures, which only the page's sandbox knows. */
function withoutTimes(result: string): unknown {
  const times = /\d{4}-\d\d-\d\dT[\d:.]+Z?|\d\d-\d\d-\d{4} [\d:]+|\d{4}-\d\d-\d\d [\d:]+/g;
  return JSON.parse(result.replace(times, '(time)').replace(/,\s*"knownCaptureIds": \[[^\]]*\]/, ''));
}
