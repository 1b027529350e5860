import { UsageError } from '../accounts/usage-error.ts';
import { CARD_PART } from './request-arguments.ts';

/** The fields of a body, form-encoded or JSON, as the text that was signed. */
export function bodyFields(body: string): Record<string, string> {
  const text = body.trim();
  const pairs = text.startsWith('{') ? membersOf(text) : [...new URLSearchParams(text)];
  if (pairs.some(([name]) => CARD_PART.test(name)))
    throw new UsageError('the body has card data, which would be printed; leave it out');
  if (pairs.length === 0) throw new UsageError('the body has no fields');
  return Object.fromEntries(pairs);
}

function membersOf(text: string): [name: string, value: string][] {
  return Object.entries(parsed(text)).map(([name, value]) => {
    if (typeof value === 'string' || typeof value === 'boolean' || Number.isSafeInteger(value))
      return [name, String(value)];
    // 10.50 and 10.5 are the same number and are signed differently.
    throw new UsageError('members of a JSON body must be strings, whole numbers, true or false: others as name=value');
  });
}

function parsed(text: string): object {
  try {
    return JSON.parse(text) as object;
  } catch {
    throw new UsageError('the body starts with a brace and is not JSON');
  }
}
