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

/** A signature in parts, for the page. The digest is left out where it must not be seen. */
export function partsOf(signature: Signature, digest: 'shown' | 'hidden'): SignatureParts {
  const { algorithm, fields, leftOut, pieces } = signature;
  return { algorithm, fields, leftOut, pieces, ...(digest === 'shown' && { digest: signature.digest.reveal() }) };
}
