import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { startPlayground } from '../../src/server/playground.ts';
import { choose, go, outcome, send } from './support/actions.ts';
import { startChromium } from './support/chromium.ts';
import { buildPage } from './support/page.ts';

// `pnpm screenshots`: every view, light and dark, at 1280 and 360 px, into docs/images/.

const FOLDER = join(import.meta.dirname, '../../../../docs/images');
const HEIGHTS = { 1280: 960, 360: 780 } as const;

/** The actions that lead to each picture. */
const VIEWS: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  'capture-start': () => Promise.resolve(),
  'capture-lost': async (page) => {
    await page.getByLabel('Fault').selectOption('commit-then-drop');
    await send(page);
    await outcome(page);
    await page.getByRole('button', { name: 'Look up outcome' }).first().click();
    await page.locator('[data-step="Outcome"]').waitFor();
    await page.locator('.capture-run').evaluate((run) => {
      run.scrollIntoView();
    });
  },
  'capture-verdict': async (page) => {
    await page.getByLabel('Fault').selectOption('contradiction');
    await send(page);
    await outcome(page);
    await page.locator('[data-step="Response"]').evaluate((step) => {
      step.scrollIntoView();
    });
  },
  'capture-signed': async (page) => {
    await choose(page, 'Pockyt');
    await send(page);
    await outcome(page);
    await page.locator('[data-step="Signed"]').evaluate((step) => {
      step.scrollIntoView();
    });
    await page.locator('.anatomy-fields button').nth(7).hover();
  },
  signatures: async (page) => {
    await go(page, 'Signatures');
    await page.getByRole('button', { name: 'Turkish letters' }).click();
    await page.getByRole('button', { name: 'Explain the difference' }).click();
    await page.getByText('The correct signature, step by step').waitFor();
    const isNarrow = (page.viewportSize()?.width ?? 0) < 500;
    if (isNarrow)
      await page.locator('.signature-response').evaluate((response) => {
        response.scrollIntoView();
      });
  },
  sandbox: async (page) => {
    await choose(page, 'freepayment');
    await send(page);
    await outcome(page);
    await go(page, 'Sandbox');
    for (const [label, mode] of [
      ['Deliver:', 'unchanged'],
      ['Tamper and deliver', 'tampered'],
    ] as const) {
      await page.getByRole('button', { name: new RegExp(`^${label}`) }).click();
      await page.getByText(`delivered ${mode}`).waitFor();
    }
    await page.locator('h1').hover();
  },
  compare: async (page) => {
    await go(page, 'Compare');
    await page.getByRole('button', { name: 'Capture at all providers' }).click();
    await page.getByRole('region', { name: 'freepayment.online' }).locator('.status').waitFor();
    await page.getByRole('button', { name: 'Capture at all providers' }).waitFor();
  },
  history: async (page) => {
    for (const fault of ['', 'commit-then-drop', 'refuse']) {
      await choose(page, fault === 'refuse' ? 'Firstoken' : fault === '' ? 'Pockyt' : 'Payfull');
      await page.getByLabel('Fault').selectOption(fault);
      await send(page);
      await page.getByRole('button', { name: 'Send capture' }).waitFor();
      await outcome(page);
    }
    await go(page, 'History');
  },
};

async function shoot(browser: Browser, page: string, name: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const width of [1280, 360] as const) {
      const playground = await startPlayground({ page, port: 0 });
      const viewport = { width, height: HEIGHTS[width] };
      const context = await browser.newContext({ viewport, colorScheme, reducedMotion: 'reduce', timezoneId: 'UTC' });
      const opened = await context.newPage();
      await opened.goto(playground.address);
      await opened.getByRole('button', { name: 'Send capture' }).waitFor();
      await VIEWS[name]?.(opened);
      await opened.evaluate(() => document.fonts.ready.then(() => undefined));
      // The first picture makes the browser paint the area that it scrolled to; the second one is complete.
      await opened.screenshot();
      await opened.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
      await opened.screenshot({ path: join(FOLDER, `${name}-${colorScheme}-${width}.png`) });
      await context.close();
      await playground.close();
    }
  }
}

const started = await startChromium();
if ('missing' in started) {
  console.error(`No browser starts: ${started.missing}`);
  process.exitCode = 1;
} else {
  mkdirSync(FOLDER, { recursive: true });
  const built = await buildPage();
  const only = process.argv[2];
  for (const name of Object.keys(VIEWS).filter((one) => only === undefined || one === only)) {
    await shoot(started.browser, built.folder, name);
    console.log(`docs/images/${name}-*.png`);
  }
  await started.browser.close();
  built.remove();
}
