import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
};

/** A file of the page. */
export interface PageFile {
  readonly type: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Reads the built page once, by path. Only these files are served, so that no path can lead to another one. */
export function readPage(folder: string): ReadonlyMap<string, PageFile> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const page = new Map<string, PageFile>();
  for (const { parentPath, name } of files) {
    const path = join(parentPath, name);
    const type = TYPES[extname(name)];
    if (type === undefined) continue;
    page.set(`/${relative(folder, path).split(sep).join('/')}`, { type, bytes: new Uint8Array(readFileSync(path)) });
  }
  const index = page.get('/index.html');
  if (!index) throw new Error('The page is not built. Run: npx -y pnpm@12 build');
  page.set('/', index);
  return page;
}
