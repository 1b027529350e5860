/** The width of a terminal, unless a command has to stay in one piece. */
export const COLUMNS = 80;

/** Wraps a sentence. The rest is indented deeper than any fact, so that no text of a provider looks like one. */
export function wrapped(sentence: string): string {
  const lines = [''];
  for (const word of sentence.split(' ')) {
    const line = lines.at(-1) ?? '';
    if (line !== '' && line.length + 1 + word.length > COLUMNS) lines.push(`    ${word}`);
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
  }
  return lines.join('\n');
}
