import type { Signature } from '@capture/core';
import type { NamedValue } from '../../shared/run-event.ts';
import type { SignatureParts } from '../../shared/api.ts';

/** A flat list of the fields of a body, with paths where a JSON body nests. */
export function fieldsOf(body: string | undefined, contentType: string): NamedValue[] {
  if (body === undefined) return [];
  if (contentType.includes('form')) return [...new URLSearchParams(body)].map(([name, value]) => ({ name, value }));
  return flatten(JSON.parse(body) as unknown);
}

/** Every leaf of plain data with its path. */
export function flatten(value: unknown, path = ''): NamedValue[] {
  if (typeof value !== 'object' || value === null) return [{ name: path, value: String(value) }];
  return Object.entries(value).flatMap(([key, item]) => flatten(item, path === '' ? key : `${path}.${key}`));
}

/** A signature in parts, the signed text cut where each field's part of it ends. */
export function partsOf(signature: Signature, digest: 'shown' | 'hidden'): SignatureParts {
  const { algorithm, fields, leftOut, text } = signature;
  const pieces: { text: string; field?: number }[] = [];
  let at = 0;
  fields.forEach((one, field) => {
    const end = endOf(one, text, at);
    if (end === undefined) return;
    pieces.push({ text: text.slice(at, end), field });
    at = end;
  });
  if (at < text.length) pieces.push({ text: text.slice(at) });
  return { algorithm, fields, leftOut, pieces, ...(digest === 'shown' && { digest: signature.digest.reveal() }) };
}

/**
 * Where the part of a field ends that begins here, after at most one sign that separates it from the field before. The value alone is no mark to look for: it may stand in its own name or length
 * (`note=note`, `11`). So the whole part is compared, in the two ways in which providers write a field: with its name, or after its length.
 */
function endOf({ name, value }: NamedValue, text: string, at: number): number | undefined {
  for (const start of [at, at + 1]) {
    const named = `${name}=${value}`;
    if (text.startsWith(named, start)) return start + named.length;
  }
  // The length of a masked value is that of the value under the mask.
  const length = /^\d+(?=\[secret\])/.exec(text.slice(at))?.[0] ?? String(Array.from(value).length);
  return text.startsWith(length + value, at) ? at + length.length + value.length : undefined;
}
