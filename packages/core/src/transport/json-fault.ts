import type { ErrorDetail } from '../errors/error-details.ts';
import { FORBIDDEN_KEYS, MAX_DEPTH, parseStrictJson } from './strict-json.ts';

const STRING_OR_NUMBER = /"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*/gs;

/** Names the reason for which {@link parseStrictJson} refused a body. Of the body itself nothing is kept. */
export function jsonFault(body: string, contentType: unknown): ErrorDetail {
  if (body.trim() === '') return 'empty_body';
  if (isHtml(body, contentType)) return 'html_page';
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    return isCut(body) ? 'truncated' : 'not_json';
  }
  if (isUnsafe(value, 1)) return 'unsafe_json';
  const zeroed = body.replace(STRING_OR_NUMBER, (token) => (token.startsWith('"') ? token : '0'));
  return parseStrictJson(zeroed) === undefined ? 'repeated_key' : 'inexact_number';
}

/** Some servers send JSON as `text/html`, so the type alone proves nothing. */
function isHtml(body: string, contentType: unknown): boolean {
  if (/^\s*<(?:!doctype\s+html|html|head|body)\b/i.test(body)) return true;
  return /^\s*</.test(body) && typeof contentType === 'string' && /html/i.test(contentType);
}

/** Recognises the beginning of a JSON object or array: it ends inside a string, or before the last bracket. */
function isCut(body: string): boolean {
  if (!/^\s*[{[]/.test(body)) return false;
  let depth = 0;
  let inString = false;
  for (let at = 0; at < body.length; at += 1) {
    const character = body[at];
    if (character === '"') inString = !inString;
    else if (inString) at += character === '\\' ? 1 : 0;
    else if (character === '{' || character === '[') depth += 1;
    else if (character === '}' || character === ']') depth -= 1;
  }
  return inString || depth > 0;
}

function isUnsafe(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return (
    depth > MAX_DEPTH ||
    Object.entries(value).some(([key, item]) => FORBIDDEN_KEYS.has(key) || isUnsafe(item, depth + 1))
  );
}
