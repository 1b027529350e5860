import { isExact, type Json, parseStrictJson } from './strict-json.ts';
import { UnreadableMember } from './unreadable-member.ts';

const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\],]|-?\d[\d.eE+-]*/gs;
/** Marks what the second pass replaces. A response that contains it itself only makes itself unreadable. */
const MARK = '\u0000';

/**
 * Parses the body of a response; `undefined` where it is not JSON. It is as strict as {@link parseStrictJson} about the
 * values that are read, and tolerant about the rest: a repeated key or an inexact number spoils its own member only,
 * which is an `UnreadableMember`.
 */
export function parseResponseJson(text: string): unknown {
  const strict = parseStrictJson(text);
  if (strict !== undefined) return strict;
  try {
    // The marks stand where JSON has a key or a value, so they prove nothing about a string that is not JSON.
    JSON.parse(text);
    const marked = parseStrictJson(marksIn(text));
    return marked === undefined ? undefined : unmarked(marked);
  } catch {
    return undefined;
  }
}

/** Gives every repetition of a key a name of its own, and writes a mark in place of every inexact number. */
function marksIn(text: string): string {
  const open: (Map<string, number> | undefined)[] = [];
  let isKeyNext = false;
  return text.replace(TOKEN, (token) => {
    const keys = open.at(-1);
    if (token === '{' || token === '[') open.push(token === '{' ? new Map() : undefined);
    if (token === '}' || token === ']') open.pop();
    const isKey = isKeyNext && token.startsWith('"');
    isKeyNext = token === '{' || (token === ',' && keys !== undefined);
    if (isKey && keys) {
      const key = JSON.parse(token) as string;
      const count = keys.get(key) ?? 0;
      keys.set(key, count + 1);
      return count === 0 ? token : JSON.stringify(`${key}${MARK}${count}`);
    }
    return /^[-\d]/.test(token) && !isExact(token) ? JSON.stringify(`${MARK}inexact_number`) : token;
  });
}

function unmarked(value: Json): unknown {
  if (typeof value === 'string') return value.startsWith(MARK) ? new UnreadableMember('inexact_number') : value;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return (value as readonly Json[]).map(unmarked);
  const object = Object.create(null) as Record<string, unknown>;
  for (const [key, member] of Object.entries(value)) {
    const [name = '', ...repeated] = key.split(MARK);
    object[name] = repeated.length > 0 ? new UnreadableMember('repeated_key') : unmarked(member);
  }
  return object;
}
