import type { ErrorDetail } from '../errors/error-details.ts';

/**
 * Names the reason for which `parseResponseJson` refused a body: it is no JSON, or no object may hold what it states.
 * Of the body itself nothing is kept.
 */
export function jsonFault(body: string, contentType: unknown): ErrorDetail {
  if (body.trim() === '') return 'empty_body';
  if (isHtml(body, contentType)) return 'html_page';
  try {
    JSON.parse(body);
    return 'unsafe_json';
  } catch {
    return isCut(body) ? 'truncated' : 'not_json';
  }
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
