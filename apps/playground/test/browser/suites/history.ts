import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { choose, go, outcome, send } from '../support/actions.ts';
import { refuseAll } from '../support/hold.ts';
import { violations, visit, type World } from '../support/world.ts';

const transcript = (more: object = {}): string =>
  JSON.stringify({
    format: 'capture-playground-transcript/1',
    title: 'Payfull',
    at: '2026-01-02T03:04:05.678Z',
    request: { provider: 'payfull', values: {}, target: 'sandbox' },
    events: [{ kind: 'checked', run: 'r1', values: [], generatedReference: false }],
    ...more,
  });

async function openFile(page: Page, json: string): Promise<void> {
  const file = { name: 'transcript.json', mimeType: 'application/json', buffer: Buffer.from(json) };
  await page.getByLabel('Replay a transcript').setInputFiles(file);
}

export function history(world: World): void {
  describe('transcripts', () => {
    test.each([
      ['an invalid time', { at: 'yesterday' }],
      ['no request', { request: null }],
      ['a request without values', { request: { provider: 'payfull', target: 'sandbox' } }],
      ['a fault that is not a string', { request: { provider: 'payfull', values: {}, target: 'sandbox', fault: {} } }],
    ])('a transcript with %s is refused without breaking the page', (_what, more) =>
      visit(world, async ({ page }) => {
        await go(page, 'History');
        await openFile(page, transcript(more));
        await page.getByText('Not a playground transcript.').waitFor();
        expect(await page.getByRole('region', { name: 'Replay' }).count()).toBe(0);
      }),
    );

    test('a transcript can be opened again after it was closed, and the focus follows', () =>
      visit(world, async ({ page }) => {
        await go(page, 'History');
        for (let time = 0; time < 2; time += 1) {
          await openFile(page, transcript());
          await page.locator('#replay:focus').waitFor();
          await page.getByRole('button', { name: 'Close replay' }).click();
          await page.locator('#transcript:focus').waitFor();
        }
      }));

    test('a transcript that cannot be shown reports it, and another one with the same time is shown after it', () =>
      visit(
        world,
        async ({ page }) => {
          await go(page, 'History');
          await openFile(page, transcript({ events: [{ kind: 'checked' }] }));
          await page.getByText('This transcript cannot be shown.').waitFor();
          await openFile(page, transcript());
          await page.getByText('Payfull (replayed)').waitFor();
        },
        // React logs the error that the page has caught.
        { mayLog: /TypeError/ },
      ));

    test('a transcript stays open while another view is shown', () =>
      visit(world, async ({ page }) => {
        await go(page, 'History');
        await openFile(page, transcript());
        await page.getByRole('region', { name: 'Replay' }).waitFor();
        await go(page, 'Compare');
        await go(page, 'History');
        await page.getByRole('region', { name: 'Replay' }).getByText('Payfull (replayed)').waitFor();
      }));
  });

  describe('runs in the history', () => {
    test('a run in the history shows the outcome of its lookup, and its former status', () =>
      visit(world, async ({ page }) => {
        await page.getByRole('button', { name: 'Lose a response' }).click();
        await outcome(page);
        await page.getByRole('button', { name: 'Look up outcome' }).first().click();
        await page.locator('[data-step="Outcome"]').waitFor();
        await go(page, 'History');
        const verdict = page.locator('.history-verdict');
        expect(await verdict.locator('.status').innerText()).toBe('captured');
        expect(await verdict.innerText()).toContain('was unknown, looked up');
      }));

    test('an open run that is not the newest one is looked up in the history', () =>
      visit(world, async ({ page }) => {
        await page.getByRole('button', { name: 'Lose a response' }).click();
        await outcome(page);
        await choose(page, 'Pockyt');
        await send(page);
        await page.locator('.summary h2', { hasText: 'Pockyt' }).waitFor();
        await outcome(page);
        await go(page, 'History');
        const lookUp = page.getByRole('button', { name: /^Look up outcome: Payfull/ });
        expect(await page.getByRole('button', { name: /^Look up outcome/ }).count()).toBe(1);
        expect(await violations(page)).toEqual([]);
        await lookUp.click();
        await page.getByText('was unknown, looked up').waitFor();
        expect(await lookUp.count()).toBe(0);
        await page.locator('.history-actions button:focus').waitFor();
      }));

    test('the replay of an open run of this page looks it up and shows the lookups', () =>
      visit(world, async ({ page }) => {
        await page.getByRole('button', { name: 'Lose a response' }).click();
        await outcome(page);
        await go(page, 'History');
        await page.getByRole('button', { name: /^Replay Payfull/ }).click();
        const replay = page.getByRole('region', { name: 'Replay' });
        await replay.getByRole('button', { name: 'Look up outcome of the replayed run' }).click();
        await replay.locator('[data-step="Outcome"]').waitFor();
        expect(await replay.locator('.summary .status').innerText()).toBe('captured');
      }));

    test('an unknown run fills the form with an authorization of its own', () =>
      visit(world, async ({ page }) => {
        await page.getByLabel('Fault').selectOption('commit-then-drop');
        const sent = await page.locator('#field-authorizationId').inputValue();
        await send(page);
        expect((await outcome(page)).status).toBe('unknown');
        await go(page, 'History');
        await page.getByRole('button', { name: /^Use in form/ }).click();
        await page.locator('[role="tabpanel"]:focus').waitFor();
        await page.getByText('The next capture uses a different authorization.').waitFor();
        expect(await page.locator('#field-authorizationId').inputValue()).not.toBe(sent);
        expect(await page.getByText(/In the sandbox: 23.02 of 23.02 TRY left/).count()).toBe(1);
      }));

    test('a form that may repeat an unknown run warns', () =>
      visit(world, async ({ page }) => {
        await page.getByLabel('Fault').selectOption('commit-then-drop');
        await send(page);
        await outcome(page);
        await page.getByText('The next capture uses a different authorization.').waitFor();
        await go(page, 'History');
        await refuseAll(page, '/api/sandbox/authorize', 'no new one');
        await page.getByRole('button', { name: /^Use in form/ }).click();
        await page.getByText('Look up its outcome before you send it again.').waitFor();
        expect(await violations(page)).toEqual([]);
      }));

    test('a run in the history fills the form with its request and keeps only the typed card', () =>
      visit(world, async ({ page }) => {
        await choose(page, 'Pockyt');
        await send(page);
        await outcome(page);
        await page.getByText(/more optional fields/).click();
        await page.getByLabel('Client IP address').fill('192.168.1.7');
        await page.getByLabel('Year').fill('2031');
        await go(page, 'History');
        await page.getByRole('button', { name: /^Use in form/ }).click();
        await page.locator('[role="tabpanel"]:focus').waitFor();
        await page.getByText(/more optional fields/).click();
        expect(await page.getByLabel('Client IP address').inputValue()).toBe('');
        expect(await page.getByLabel('Year').inputValue()).toBe('2031');
      }));
  });
}
