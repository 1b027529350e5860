type Pair = readonly [name: string, value: string];

/** The fields in the order given, which matters for a signature, or the rule that the text breaks. */
export type ParsedFields = { readonly fields: readonly Pair[] } | { readonly rule: string };

/**
 * Reads fields as people paste them: flat JSON, a form body in one line, or one `name=value` a line. What cannot be read exactly is refused: the search would look for a
 * mistake in fields that nobody signed.
 */
export function parseFields(pasted: string): ParsedFields {
  const text = pasted.trim();
  if (/^[[{]/.test(text)) return fromJson(text);
  if (!/\s/.test(text) && text.includes('&')) return fromFormBody(text);
  return fromLines(text);
}

/** A member of flat JSON: its name and its value, both as they are written. */
const MEMBER = /\s*("(?:[^"\\]|\\.)*")\s*:\s*("(?:[^"\\]|\\.)*"|[-+.\deE]+)\s*[,}]/gy;

function fromJson(text: string): ParsedFields {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { rule: 'must be valid JSON, because they begin like it' };
  }
  if (Array.isArray(value)) return { rule: 'must be one JSON object, not a list' };
  const members = Object.entries(value as object) as [string, unknown][];
  const odd = members.find(([, member]) => typeof member !== 'string' && typeof member !== 'number');
  if (odd) return { rule: `must be flat: “${odd[0]}” is neither a text nor a number` };
  // From the text and not from the value: 300.00 is another text than 300, and an object sorts names that look like numbers.
  const fields = Array.from(text.slice(1).matchAll(MEMBER), ([, name = '', written = '']): Pair => [
    JSON.parse(name) as string,
    written.startsWith('"') ? (JSON.parse(written) as string) : written,
  ]);
  return fields.length === members.length ? { fields } : { rule: 'must name every field once' };
}

function fromFormBody(text: string): ParsedFields {
  const parts = text.split('&');
  const odd = parts.findIndex((part) => part.indexOf('=') < 1);
  if (odd >= 0) return { rule: `must be name=value between every &: part ${odd + 1} is not` };
  return { fields: [...new URLSearchParams(text)] };
}

function fromLines(text: string): ParsedFields {
  const lines = text.split('\n').map((line) => line.replace(/\r$/, ''));
  const isField = (line: string): boolean => /^\s*[^\s=][^=]*=/.test(line);
  const odd = lines.findIndex((line) => line.trim() !== '' && !isField(line));
  if (odd >= 0) return { rule: `must be name=value in every line: line ${odd + 1} is not` };
  return { fields: lines.filter(isField).map(pairOf) };
}

function pairOf(line: string): Pair {
  const at = line.indexOf('=');
  return [line.slice(0, at).trim(), line.slice(at + 1)];
}
