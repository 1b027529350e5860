import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { ROOT } from '../workspace/workspace.ts';

const START = (name: string) => `<!-- generated: ${name} -->`;
const END = (name: string) => `<!-- end: ${name} -->`;

/** What stands between the markers of a file. */
export function generatedPart(file: string, name: string): string {
  const text = readFileSync(join(ROOT, file), 'utf8');
  const from = text.indexOf(START(name));
  const to = text.indexOf(END(name));
  if (from < 0 || to < from) throw new Error(`${file} has no place for ${name}: ${START(name)} … ${END(name)}`);
  return text.slice(from + START(name).length, to).trim();
}

/** Puts generated parts between their markers, in the form that prettier gives them; with `check`, only says which files would change. */
export async function writeGenerated(
  parts: readonly { readonly file: string; readonly name: string; readonly content: string }[],
  { check }: { readonly check: boolean },
): Promise<string[]> {
  const stale = new Set<string>();
  for (const { file, name, content } of parts) {
    const path = join(ROOT, file);
    const before = readFileSync(path, 'utf8');
    const old = generatedPart(file, name);
    const head = before.slice(0, before.indexOf(START(name)));
    const tail = before.slice(before.indexOf(END(name)));
    const whole = `${head}${START(name)}\n\n${content}\n\n${tail}`;
    const after = await format(whole, { ...(await resolveConfig(path)), filepath: path });
    if (after === before && old !== '') continue;
    stale.add(file);
    if (!check) writeFileSync(path, after);
  }
  return [...stale];
}

/** A table in Markdown. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
