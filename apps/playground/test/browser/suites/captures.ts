import { FAULTS, type FaultName } from '@capture/sandbox';
import { describe, expect, test } from 'vitest';
import { PROVIDERS } from '../../../src/providers/index.ts';
import { choose, outcome, send } from '../support/actions.ts';
import { writtenBy } from '../support/server-output.ts';
import { visit, type World } from '../support/world.ts';

const STEPS = ['Checked', 'Translated', 'Signed', 'Sent', 'On the wire', 'Answered', 'Judged', 'The truth'];

/** What each fault ends in, at Payfull. */
const VERDICTS: Readonly<Record<FaultName, string>> = {
  refuse: 'unsent',
  hang: 'unknown',
  'drop-before-commit': 'unknown',
  'commit-then-drop': 'unknown',
  'cut-body': 'unknown',
  garbage: 'unknown',
  'html-502': 'unknown',
  'server-error': 'unknown',
  // A refusal whose form Payfull's page does not document stays open.
  unauthorized: 'unknown',
  'rate-limited': 'unknown',
  redirect: 'unknown',
  'other-amount': 'unknown',
  contradiction: 'unknown',
};

export function captures(world: World): void {
  describe('captures', () => {
    test.each(PROVIDERS)('at $title, with every step', ({ title, expected }) =>
      visit(world, async ({ page }) => {
        await choose(page, title);
        await send(page);
        const { steps, status, agreement } = await outcome(page);
        expect(steps.slice(0, STEPS.length)).toEqual(STEPS);
        expect(status).toBe(expected);
        expect(agreement).toBe('verdict is honest');
      }),
    );

    test('with every fault at one provider, and never with a wrong verdict', () =>
      visit(world, async ({ page }) => {
        const verdicts: Record<string, string> = {};
        for (const fault of Object.keys(FAULTS)) {
          await page.getByRole('button', { name: 'New one for this amount' }).click();
          await page.getByLabel('Fault').selectOption(fault);
          await send(page);
          await page.locator('.summary .chip', { hasText: `fault: ${fault}` }).waitFor();
          const { status, agreement } = await outcome(page);
          expect(agreement, fault).toBe('verdict is honest');
          verdicts[fault] = status;
        }
        expect(verdicts).toEqual(VERDICTS);
      }));

    test('with a lost answer, looked up and settled', () =>
      visit(world, async ({ page }) => {
        await page.getByRole('button', { name: 'Lose an answer on purpose' }).click();
        expect((await outcome(page)).status).toBe('unknown');
        await page.getByRole('button', { name: 'Settle it' }).click();
        const settled = page.locator('[data-step="Settled"]');
        await settled.waitFor();
        expect(await settled.locator('.status').innerText()).toBe('captured');
        expect(await settled.innerText()).toContain('No capture was sent');
        expect(await page.locator('.summary .status').innerText()).toBe('captured');
      }));

    test('that the provider cannot decide stay unknown', () =>
      visit(world, async ({ page }) => {
        await choose(page, 'PaymentOptions');
        await page.getByLabel('Fault').selectOption('commit-then-drop');
        await send(page);
        await page.getByRole('button', { name: 'Look it up' }).click();
        const settled = page.locator('[data-step="Settled"]');
        await settled.waitFor();
        expect(await settled.locator('.status').innerText()).toBe('undecided');
      }));

    test('of more than was authorized are declined', () =>
      visit(world, async ({ page }) => {
        await choose(page, 'freepayment');
        await page.getByLabel('Amount', { exact: true }).fill('0.51');
        await send(page);
        const { status, agreement } = await outcome(page);
        expect(status).toBe('declined');
        expect(agreement).toBe('verdict is honest');
        expect(await page.locator('[data-step="The truth"]').innerText()).toContain('nothing of this request');
      }));

    test('that hang can be given up', () =>
      visit(
        world,
        async ({ page }) => {
          await page.getByLabel('Fault').selectOption('hang');
          await send(page);
          await page.getByRole('progressbar', { name: 'Waiting for the answer' }).waitFor();
          await page.getByRole('button', { name: 'Stop waiting' }).click();
          expect((await outcome(page)).status).toBe('unknown');
          expect(await page.locator('[data-step="Judged"]').innerText()).toContain('aborted');
          expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H2');
        },
        { playground: { sandboxTimeout: 30_000 } },
      ));
  });

  describe('a field that is wrong', () => {
    test('says so where it is, in the words of the library, when it is left', () =>
      visit(world, async ({ page }) => {
        await page.getByLabel('Client IP address').fill('nowhere');
        await page.getByLabel('Notes').focus();
        await page.getByRole('alert').getByText('must be an IPv4 or IPv6 address').waitFor();
        expect(await page.getByLabel('Client IP address').getAttribute('aria-invalid')).toBe('true');
      }));

    test('is refused before anything is sent', () =>
      visit(world, async ({ page }) => {
        await page.getByLabel('Amount', { exact: true }).fill('23.025');
        await send(page);
        await page.locator('.error', { hasText: 'at most 2 decimals' }).waitFor();
        expect(await page.locator('.step').count()).toBe(0);
        expect(await page.evaluate(() => document.activeElement?.id)).toBe('field-amount');
      }));

    test('is also a card that is not published for tests; its number is repeated nowhere', () =>
      visit(world, async ({ page, playground }) => {
        await choose(page, 'Pockyt');
        await page.getByLabel('Number', { exact: true }).fill('4000056655665556');
        await send(page);
        await page.locator('.error', { hasText: 'published test card' }).waitFor();
        expect(writtenBy(playground.origin)).not.toContain('4000056655665556');
        expect(await page.locator('.step').count()).toBe(0);
      }));
  });
}
