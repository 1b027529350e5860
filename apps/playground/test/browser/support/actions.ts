import type { Page } from 'playwright-core';

// Actions of a person on the page.

export async function choose(page: Page, provider: string): Promise<void> {
  await page.getByRole('radio', { name: new RegExp(`^${provider}`) }).click();
}

export async function send(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Send capture' }).click();
}

/** Waits for the run to end. Returns the step titles, the verdict, and its comparison with the sandbox. */
export async function outcome(page: Page): Promise<{ steps: string[]; status: string; agreement: string }> {
  const run = page.getByRole('region', { name: 'Run', exact: true });
  await run.locator('[data-step="In the sandbox"]').waitFor();
  const steps = await run
    .locator('.step')
    .evaluateAll((found) => found.map((step) => step.getAttribute('data-step') ?? ''));
  const status = await run.locator('[data-step="Verdict"] .status').first().innerText();
  const agreement = await run.locator('.summary .agrees').innerText();
  return { steps, status, agreement };
}

export async function go(
  page: Page,
  view: 'Capture' | 'Signatures' | 'Sandbox' | 'Compare' | 'History',
): Promise<void> {
  await page.getByRole('tab', { name: view, exact: true }).click();
  await page.getByRole('heading', { level: 1 }).waitFor();
}

/** Presses Tab until an element that matches the selector has the focus. Returns the number of presses. */
export async function tabTo(page: Page, selector: string, most = 80): Promise<number> {
  for (let pressed = 1; pressed <= most; pressed += 1) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((css) => document.activeElement?.matches(css) ?? false, selector)) return pressed;
  }
  throw new Error(`the keyboard does not reach ${selector}`);
}

/** Moves a selection with an arrow key, which is held down until the selection has followed the event of the key. */
export async function arrowTo(page: Page, key: 'ArrowUp' | 'ArrowDown', name: string): Promise<void> {
  await page.keyboard.down(key);
  await page.getByRole('radio', { name: new RegExp(`^${name}`), checked: true }).waitFor();
  await page.keyboard.up(key);
}
