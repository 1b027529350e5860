import type { NamedValue } from '../../shared/run-event.ts';

/** Every leaf of plain data with its path. */
export function flatten(value: unknown, path = ''): NamedValue[] {
  if (typeof value !== 'object' || value === null) return [{ name: path, value: String(value) }];
  return Object.entries(value).flatMap(([key, item]) => flatten(item, path === '' ? key : `${path}.${key}`));
}

/** The fields of a request body, with paths where a JSON body nests. */
export function bodyFields(body: string | undefined, contentType: string): NamedValue[] {
  if (body === undefined) return [];
  if (contentType.includes('form')) return [...new URLSearchParams(body)].map(([name, value]) => ({ name, value }));
  return flatten(JSON.parse(body) as unknown);
}
