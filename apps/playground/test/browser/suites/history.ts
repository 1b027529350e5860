import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { choose, go, outcome, send } from '../support/actions.ts';
import { visit, type World } from '../support/world.ts';

const transcript = (more: object = {}): string =>
  JSON.stringify({
    format: 'capture-playground-transcript/1',
    title: 'Payfull',
    at: '2026-01-02T03:04:05.678Z',
    request: { provider: 'payfull', values: {}, target: 'sandbox' },
    events: [{ kind: 'checked', run: 'r1', values: [], generatedReference: false }],
    ...more,
  });

async function openFile(page: Page, text: string): Promise<void> {
  const file = { name: 'transcript.json', mimeType: 'application/json', buffer: Buffer.from(text) };
  await page.getByLabel('Replay a transcript').setInputFiles(file);
}

export function history(world: World): void {
  describe('a transcript', () => {
    test.each([
      ['a time that is none', { at: 'yesterday' }],
      ['no order', { request: null }],
      ['an order without values', { request: { provider: 'payfull', target: 'sandbox' } }],
      ['a fault that is no text', { request: { provider: 'payfull', values: {}, target: 'sandbox', fault: {} } }],
    ])('with %s is refused, and the page stays', (_what, more) =>
      visit(world, async ({ page }) => {
        await go(page, 'History');
        await openFile(page, transcript(more));
        await page.getByText('This file is no transcript').waitFor();
        expect(await page.getByRole('region', { name: 'Replay' }).count()).toBe(0);
      }),
    );

    test('can be opened again after it was closed; the focus follows, in and out', () =>
      visit(world, async ({ page }) => {
        await go(page, 'History');
        for (let time = 0; time < 2; time += 1) {
          await openFile(page, transcript());
          await page.locator('#replay:focus').waitFor();
          await page.getByRole('button', { name: 'Close the replay' }).click();
          await page.locator('#transcript:focus').waitFor();
        }
      }));

    test('that cannot be shown says so, and one of the same moment is shown after it', () =>
      visit(
        world,
        async ({ page }) => {
          await go(page, 'History');
          await openFile(page, transcript({ events: [{ kind: 'checked' }] }));
          await page.getByText('This transcript cannot be shown.').waitFor();
          await openFile(page, transcript());
          await page.getByText('Payfull (replayed)').waitFor();
        },
        // React tells of the error that the page has caught.
        { mayLog: /TypeError/ },
      ));

    test('stays open while another view is looked at', () =>
      visit(world, async ({ page }) => {
        await go(page, 'History');
        await openFile(page, transcript());
        await page.getByRole('region', { name: 'Replay' }).waitFor();
        await go(page, 'Compare');
        await go(page, 'History');
        await page.getByRole('region', { name: 'Replay' }).getByText('Payfull (replayed)').waitFor();
      }));
  });

  describe('a run in the history', () => {
    test('that was looked up is what the look-up says, and what it was', () =>
      visit(world, async ({ page }) => {
        await page.getByRole('button', { name: 'Lose an answer on purpose' }).click();
        await outcome(page);
        await page.getByRole('button', { name: 'Settle it' }).click();
        await page.locator('[data-step="Settled"]').waitFor();
        await go(page, 'History');
        const verdict = page.locator('.history-verdict');
        expect(await verdict.locator('.status').innerText()).toBe('captured');
        expect(await verdict.innerText()).toContain('was unknown, looked up');
      }));

    test('is the whole form again, without what was typed since but for the card', () =>
      visit(world, async ({ page }) => {
        await choose(page, 'Pockyt');
        await send(page);
        await outcome(page);
        await page.getByText('more fields, all optional').click();
        await page.getByLabel('Client IP address').fill('192.168.1.7');
        await page.getByLabel('Year').fill('2031');
        await go(page, 'History');
        await page.getByRole('button', { name: /^To the form/ }).click();
        await page.locator('[role="tabpanel"]:focus').waitFor();
        await page.getByText('more fields, all optional').click();
        expect(await page.getByLabel('Client IP address').inputValue()).toBe('');
        expect(await page.getByLabel('Year').inputValue()).toBe('2031');
      }));
  });
}
