import { secretsIn } from '../secrets/secrets-in.ts';

/**
 * Copies the fields of a checked request that its definition allows to store. A field with a secret in it is left out
 * whatever the definition says.
 */
export function storableOf(request: object, storable: Readonly<Record<string, boolean>>): Record<string, unknown> {
  const allowed = Object.entries(request).filter(
    ([name, value]) => Object.hasOwn(storable, name) && storable[name] && value !== undefined && !hasSecret(value),
  );
  return structuredClone(Object.fromEntries(allowed));
}

function hasSecret(value: unknown): boolean {
  return secretsIn(value).length > 0;
}
