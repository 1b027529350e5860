import { Secret } from './secret.ts';

/** All secrets in plain data, however deep: what the redactor has to look for. */
export function secretsIn(value: unknown, found: Secret[] = []): Secret[] {
  if (Secret.is(value)) found.push(value);
  else if (typeof value === 'object' && value !== null) for (const item of Object.values(value)) secretsIn(item, found);
  return found;
}
