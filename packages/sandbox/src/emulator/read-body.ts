import type { EmulatorRequest } from './http-types.ts';
import type { JsonObject } from './json.ts';
import { Rejection } from './rejection.ts';
import { parseStrictForm } from './strict-form.ts';
import { parseStrictJson } from './strict-json.ts';

/** The content types that the providers accept. */
export type BodyType = 'application/json' | 'application/x-www-form-urlencoded';

/** The body of a request, or a `Rejection` if it could not be decoded. */
export function readBody({ body }: EmulatorRequest): JsonObject {
  if (body instanceof Rejection) throw body;
  return body;
}

/**
 * Decodes a body once, before an emulator sees it. The content type has to be one of `types`, in UTF-8. A rejection is
 * returned, not thrown, because a lookup may have no body.
 */
export function decodeBody(
  { headers, body }: { readonly headers: Readonly<Record<string, string>>; readonly body: string },
  types: readonly BodyType[],
): JsonObject | Rejection {
  const [sent = '', ...parameters] = (headers['content-type'] ?? '').toLowerCase().split(';');
  const isUtf8 = parameters.every((parameter) => /^\s*charset="?utf-8"?\s*$/.test(parameter));
  const type = types.find((one) => one === sent.trim());
  if (!type || !isUtf8) return new Rejection('content-type', '', `the content type has to be ${types.join(' or ')}`);
  if ((headers['content-encoding'] ?? 'identity') !== 'identity') {
    return new Rejection('content-type', '', 'a compressed body is not accepted');
  }
  try {
    const value = type === 'application/json' ? parseStrictJson(body) : parseStrictForm(body);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
    return new Rejection('unreadable', '', 'the body is not a JSON object');
  } catch {
    // The parser's message is dropped on purpose: parsers tend to quote their input.
    return new Rejection('unreadable', '', 'the body cannot be read');
  }
}

/** One segment of a path, decoded. */
export function readPathSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    throw new Rejection('invalid', 'path', 'the path is not UTF-8');
  }
}
