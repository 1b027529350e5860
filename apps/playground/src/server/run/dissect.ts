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
  fields.forEach(({ value }, field) => {
    const found = value === '' ? -1 : text.indexOf(value, at);
    if (found < 0) return;
    const end = found + value.length;
    pieces.push({ text: text.slice(at, end), field });
    at = end;
  });
  if (at < text.length) pieces.push({ text: text.slice(at) });
  return { algorithm, fields, leftOut, pieces, ...(digest === 'shown' && { digest: signature.digest.reveal() }) };
}
