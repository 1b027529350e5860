import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildPage } from './browser/support/page.ts';

// The built files of the page.

let folder = '';
let remove: () => void = () => undefined;

beforeAll(async () => {
  ({ folder, remove } = await buildPage());
}, 60_000);
afterAll(() => {
  remove();
});

const read = (path: string): Buffer => readFileSync(join(folder, path));
const html = (): string => read('index.html').toString('utf8');

/** The files that the first view needs: the document, the files that it names, and the fonts of its style sheet. */
function firstLoad(): string[] {
  const named = [...html().matchAll(/(?:src|href)="(\/[^"]+)"/g)].map(([, path = '']) => path);
  const styles = named.filter((path) => path.endsWith('.css'));
  const fonts = styles.flatMap((path) =>
    [
      ...read(path)
        .toString('utf8')
        .matchAll(/url\((\/[^)]+)\)/g),
    ].map(([, font = '']) => font),
  );
  return ['/index.html', ...named, ...fonts];
}

describe('the built page', () => {
  test('the first view needs at most 200 kB, compressed', () => {
    const sizes = Object.fromEntries(firstLoad().map((path) => [path, gzipSync(read(path)).length]));
    const total = Object.values(sizes).reduce((sum, size) => sum + size, 0);
    expect(Object.keys(sizes).some((path) => path.endsWith('.js'))).toBe(true);
    expect(Object.keys(sizes).filter((path) => path.endsWith('.woff2'))).toHaveLength(2);
    expect(total, JSON.stringify(sizes)).toBeLessThanOrEqual(200_000);
  });

  test('the document has no inline script, style or handler', () => {
    expect(html()).not.toMatch(/<script(?![^>]*\bsrc=)[^>]*>|<style|\sstyle=|\son\w+=/i);
  });

  test('document and styles name no other origin', () => {
    const files = readdirSync(join(folder, 'assets')).filter((name) => name.endsWith('.css'));
    for (const content of [html(), ...files.map((name) => read(`assets/${name}`).toString('utf8'))]) {
      expect(content).not.toMatch(/https?:\/\/|url\(["']?(?:\/\/|data:)/);
    }
  });

  test('our own code writes no HTML from strings, evaluates none and stores nothing', () => {
    // React itself contains these names; our own code must not.
    const sources = readdirSync(join(import.meta.dirname, '../src/web'), { recursive: true, encoding: 'utf8' }).filter(
      (name) => /\.tsx?$/.test(name),
    );
    expect(sources.length).toBeGreaterThan(40);
    for (const name of sources) {
      const source = readFileSync(join(import.meta.dirname, '../src/web', name), 'utf8');
      expect(source, name).not.toMatch(
        /dangerouslySetInnerHTML|innerHTML|\beval\b|new Function|localStorage|sessionStorage|indexedDB|document\.cookie/,
      );
    }
  });
});
