/** Fields as people paste them: flat JSON, a form body in one line, or one `name=value` a line. In the order given, which matters for a signature. */
export function parseFields(pasted: string): [name: string, value: string][] {
  const text = pasted.trim();
  if (text.startsWith('{')) {
    try {
      return Object.entries(JSON.parse(text) as Record<string, unknown>).map(([name, value]) => [name, String(value)]);
    } catch {
      // Not JSON after all; read line by line.
    }
  }
  if (!text.includes('\n') && /^[^=&\s]+=[^&]*&/.test(text)) return [...new URLSearchParams(text)];
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const at = line.indexOf('=');
      return at < 0 ? [line.trim(), ''] : [line.slice(0, at).trim(), line.slice(at + 1).replace(/\r$/, '')];
    });
}
