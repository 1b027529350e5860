import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { expect } from 'vitest';
import { startPlayground, type Playground, type PlaygroundOptions } from '../../../src/server/playground.ts';
import { scriptHashes } from './script-hashes.ts';
import { writtenBy } from './server-output.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** One browser for all tests, and the built page. */
export interface World {
  readonly browser: Browser;
  readonly folder: string;
}

/** A page of its own at a playground of its own. */
export interface Visit {
  readonly page: Page;
  readonly playground: Playground;
}

/** Card data and credentials that a visit types or that the sandbox has: none of it may be seen anywhere. */
const SECRETS = [
  '5425233430109903',
  'sandbox-payfull-password',
  'sandbox-secret-key',
  '5cbfb079f15b150122261c8537086d77a',
  'YOUR_API_KEY_HERE',
];

/**
 * Opens the page, does something there, and holds what has to be true of every visit: no error, no request to anybody else, only the scripts that were built, nothing stored,
 * nothing in the address, no secret on the page or in what the server told.
 */
export async function visit(
  { browser, folder }: World,
  job: (visit: Visit) => Promise<void>,
  {
    playground: options = {},
    mayLog = /status of 400/,
    ...look
  }: BrowserContextOptions & {
    readonly playground?: Partial<PlaygroundOptions>;
    /** What the browser may write to its console: refusals, or that nobody answers. */
    readonly mayLog?: RegExp;
  } = {},
): Promise<void> {
  const playground = await startPlayground({ page: folder, port: 0, sandboxTimeout: 500, ...options });
  const context = await browser.newContext({
    reducedMotion: 'reduce',
    permissions: ['clipboard-read', 'clipboard-write'],
    ...look,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const wrong: string[] = [];
  const scripts = new Set<string>();
  page.on('pageerror', (error) => wrong.push(error.message));
  page.on(
    'console',
    (message) => message.type() === 'error' && !mayLog.test(message.text()) && wrong.push(message.text()),
  );
  context.on(
    'request',
    (request) =>
      new URL(request.url()).origin === playground.origin ||
      request.url().startsWith('blob:') ||
      wrong.push(request.url()),
  );
  page.on('requestfinished', (request) => request.resourceType() === 'script' && scripts.add(request.url()));
  await page.addInitScript(axeSource);
  try {
    await page.goto(playground.address);
    await page.getByRole('button', { name: /Send capture/ }).waitFor();
    await job({ page, playground });
    expect(wrong).toEqual([]);
    expect(await leftBehind(page)).toEqual({
      url: `${playground.origin}/`,
      stored: 0,
      databases: 0,
      caches: 0,
      workers: 0,
      cookies: '',
    });
    const seen = (await markupWithoutInputs(page)) + writtenBy(playground.origin);
    for (const secret of SECRETS)
      expect(seen.includes(secret), `the secret that ends in ${secret.slice(-4)}`).toBe(false);
    const { told, built } = scriptHashes([...scripts], folder);
    expect(told).toEqual(built);
    expect(built.length).toBeGreaterThan(0);
  } finally {
    await context.close();
    await playground.close();
  }
}

/** What axe finds on the page as it is. */
export async function violations(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run: () => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    return (await axe.run()).violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
  });
}

async function leftBehind(page: Page): Promise<object> {
  return page.evaluate(async () => ({
    url: location.href,
    stored: localStorage.length + sessionStorage.length,
    databases: (await indexedDB.databases()).length,
    caches: (await caches.keys()).length,
    workers: (await navigator.serviceWorker.getRegistrations()).length,
    cookies: document.cookie,
  }));
}

/** The whole markup but for what an input itself holds. */
async function markupWithoutInputs(page: Page): Promise<string> {
  return page.evaluate(() => {
    const copy = document.documentElement.cloneNode(true) as HTMLElement;
    for (const input of copy.querySelectorAll('input')) input.removeAttribute('value');
    return copy.outerHTML;
  });
}
