type Pair = readonly [name: string, value: string];

/** The fields in the given order, which matters for a signature, or the rule that the input breaks. */
export type ParsedFields = { readonly fields: readonly Pair[] } | { readonly rule: string };

/**
 * Reads pasted fields: flat JSON, a form body in one line, or one `name=value` per line. Input that cannot be read
 * exactly is refused: the search would look for a mistake in fields that were not signed.
 */
export function parseFields(pasted: string): ParsedFields {
  const input = pasted.trim();
  if (/^[[{]/.test(input)) return fromJson(input);
  if (!/\s/.test(input) && input.includes('&')) return fromFormBody(input);
  return fromLines(input);
}

/** A member of flat JSON, with its name and value as they are written. */
const MEMBER = /\s*("(?:[^"\\]|\\.)*")\s*:\s*("(?:[^"\\]|\\.)*"|[-+.\deE]+)\s*[,}]/gy;

function fromJson(json: string): ParsedFields {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return { rule: 'must be valid JSON, because they start like JSON' };
  }
  if (Array.isArray(value)) return { rule: 'must be one JSON object, not an array' };
  const members = Object.entries(value as object) as [string, unknown][];
  const odd = members.find(([, member]) => typeof member !== 'string' && typeof member !== 'number');
  if (odd) return { rule: `must be flat: “${odd[0]}” is neither a string nor a number` };
  // From the source and not from the parsed value: 300.00 must not become 300, and an object sorts names that look like
  // numbers.
  const fields = Array.from(json.slice(1).matchAll(MEMBER), ([, name = '', written = '']): Pair => [
    JSON.parse(name) as string,
    written.startsWith('"') ? (JSON.parse(written) as string) : written,
  ]);
  return fields.length === members.length ? { fields } : { rule: 'must name each field once' };
}

function fromFormBody(body: string): ParsedFields {
  const parts = body.split('&');
  const odd = parts.findIndex((part) => part.indexOf('=') < 1);
  if (odd >= 0) return { rule: `must be name=value between every &: part ${odd + 1} is not` };
  return { fields: [...new URLSearchParams(body)] };
}

function fromLines(input: string): ParsedFields {
  const lines = input.split('\n').map((line) => line.replace(/\r$/, ''));
  const isField = (line: string): boolean => /^\s*[^\s=][^=]*=/.test(line);
  const odd = lines.findIndex((line) => line.trim() !== '' && !isField(line));
  if (odd >= 0) return { rule: `must be name=value in every line: line ${odd + 1} is not` };
  return { fields: lines.filter(isField).map(pairOf) };
}

function pairOf(line: string): Pair {
  const at = line.indexOf('=');
  return [line.slice(0, at).trim(), line.slice(at + 1)];
}
