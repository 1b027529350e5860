import { Secret } from './secret.ts';

/** Collects all secrets in plain data, at any depth, for the redactor. */
export function secretsIn(value: unknown, found: Secret[] = []): Secret[] {
  if (Secret.is(value)) found.push(value);
  else if (typeof value === 'object' && value !== null) for (const item of Object.values(value)) secretsIn(item, found);
  return found;
}
