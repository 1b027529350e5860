import type { EmulatorRequest, JsonObject } from './http-types.ts';
import { Rejection } from './rejection.ts';
import { parseStrictForm } from './strict-form.ts';
import { parseStrictJson } from './strict-json.ts';

/** The body as a JSON object, or a `Rejection`: the content type has to be `application/json` in UTF-8. */
export function readJson(call: EmulatorRequest): JsonObject {
  const value = read(call, 'application/json', parseStrictJson);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Rejection('unreadable', '', 'the body is not a JSON object');
  }
  return value;
}

/** The body as form fields, or a `Rejection`: the content type has to be `application/x-www-form-urlencoded` in UTF-8. */
export function readForm(call: EmulatorRequest): JsonObject {
  return read(call, 'application/x-www-form-urlencoded', parseStrictForm);
}

/** One segment of a path, decoded. */
export function readPathSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    throw new Rejection('invalid', 'path', 'the path is not UTF-8');
  }
}

function read<T>(call: EmulatorRequest, type: string, parse: (text: string) => T): T {
  const [sent = '', ...parameters] = (call.headers['content-type'] ?? '').toLowerCase().split(';');
  const isUtf8 = parameters.every((parameter) => /^\s*charset="?utf-8"?\s*$/.test(parameter));
  if (sent.trim() !== type || !isUtf8) throw new Rejection('content-type', '', `the content type has to be ${type}`);
  if ((call.headers['content-encoding'] ?? 'identity') !== 'identity') {
    throw new Rejection('content-type', '', 'a compressed body is not accepted');
  }
  try {
    return parse(call.body);
  } catch {
    // The reason is left out on purpose: parsers like to quote what they read.
    throw new Rejection('unreadable', '', 'the body cannot be read');
  }
}
