import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
];

/** The places where Chrome or Chromium may be installed. */
const INSTALLED = [
  process.env['CHROME_PATH'],
  process.env['CHROMIUM_PATH'],
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** Starts an installed browser, or the one of an npm package for Linux x64. If none starts, returns the reasons. */
export async function startChromium(): Promise<{ readonly browser: Browser } | { readonly missing: string }> {
  const reasons: string[] = [];
  for (const start of [startInstalled, startPackaged, startPackagedWithLibraries]) {
    try {
      const browser = await start();
      if (browser) return { browser };
    } catch (error) {
      reasons.push(`${start.name}: ${(error as Error).message.split('\n')[0] ?? ''}`);
    }
  }
  return { missing: reasons.join('; ') || 'no Chrome or Chromium is installed, and the packaged one is for Linux x64' };
}

async function startInstalled(): Promise<Browser | undefined> {
  const executablePath = INSTALLED.find((path) => path !== undefined && path !== '' && existsSync(path));
  return executablePath === undefined ? undefined : launch(executablePath);
}

async function startPackaged(): Promise<Browser | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const { default: packaged } = await import('@sparticuz/chromium');
  return launch(await packaged.executablePath());
}

/** For a machine without the libraries that Chromium needs: the package contains them. */
async function startPackagedWithLibraries(): Promise<Browser | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const { default: packaged, inflate } = await import('@sparticuz/chromium');
  const main = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  await inflate(join(dirname(main), '..', 'bin', 'al2023.tar.br'));
  return launch(await packaged.executablePath(), { LD_LIBRARY_PATH: join(tmpdir(), 'al2023', 'lib') });
}

function launch(executablePath: string, more: Readonly<Record<string, string>> = {}): Promise<Browser> {
  const env = { ...(process.env as Record<string, string>), ...more };
  return chromium.launch({ executablePath, headless: true, args: FLAGS, env });
}
