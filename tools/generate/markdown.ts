import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../workspace/workspace.ts';
import type { Generated } from './write.ts';

const START = (name: string) => `<!-- generated: ${name} -->`;
const END = (name: string) => `<!-- end: ${name} -->`;

/** The content between the markers of one generated part. */
export function partOf(file: string, name: string): string {
  const [, part] = split(readFileSync(join(ROOT, file), 'utf8'), file, name);
  return part.trim();
}

/** A file with its generated parts replaced, by name; everything outside the markers stays as it is written. */
export function withParts(file: string, parts: Readonly<Record<string, string>>): Generated {
  let content = readFileSync(join(ROOT, file), 'utf8');
  for (const [name, part] of Object.entries(parts)) {
    const [head, , tail] = split(content, file, name);
    content = `${head}\n\n${part}\n\n${tail}`;
  }
  return { file, content };
}

/** A table in Markdown. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** Everything up to the first marker, between the two, and from the second. */
function split(content: string, file: string, name: string): [head: string, part: string, tail: string] {
  const from = content.indexOf(START(name)) + START(name).length;
  const to = content.indexOf(END(name));
  if (!content.includes(START(name)) || to < from)
    throw new Error(`${file} has no place for ${name}: ${START(name)} … ${END(name)}`);
  return [content.slice(0, from), content.slice(from, to), content.slice(to)];
}
