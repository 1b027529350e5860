import { readFileSync, statSync } from 'node:fs';
import type { Provider } from '../providers/index.ts';
import { UsageError } from './usage-error.ts';

/** The environment variables of the card that a live capture charges. */
export const CARD_VARIABLES = {
  number: 'CARD_NUMBER',
  cvv: 'CARD_CVV',
  expiryMonth: 'CARD_EXPIRY_MONTH',
  expiryYear: 'CARD_EXPIRY_YEAR',
} as const;

/** The environment variable of an option: `payfull` and `baseUrl` make `PAYFULL_BASE_URL`. */
export function variableOf(provider: string, option: string): string {
  return `${provider}_${option.replace(/[A-Z]/g, (letter) => `_${letter}`)}`.toUpperCase();
}

/**
 * The options that name the server of a live account beside its credentials: an environment or a base URL, where the
 * host is not the merchant's own.
 */
export function serverOptionsOf({ credentials }: Provider): readonly string[] {
  return credentials.includes('baseUrl') ? [] : ['environment', 'baseUrl'];
}

/**
 * The credentials of a live account, and its server: from the environment, or from a JSON file that only its owner can
 * read (mode 600). Never from arguments.
 */
export function credentialsOf(
  provider: Provider,
  file: string | undefined,
  environment: NodeJS.ProcessEnv,
): Record<string, string> {
  const given = file === undefined ? fromEnvironment(provider, environment) : fromFile(file);
  if (Object.keys(given).length > 0) return withServer(provider, given);
  const names = provider.credentials.map((option) => variableOf(provider.id, option)).join(', ');
  throw new UsageError(`no credentials: set ${names}, or pass a file of mode 600 with --credentials`);
}

/** A live account is one of the live environment, unless it names another one, or a base URL. */
function withServer(provider: Provider, given: Record<string, string>): Record<string, string> {
  const names = serverOptionsOf(provider);
  return names.length === 0 || names.some((name) => name in given) ? given : { environment: 'live', ...given };
}

function fromEnvironment(provider: Provider, environment: NodeJS.ProcessEnv): Record<string, string> {
  const names = [...provider.credentials, ...serverOptionsOf(provider)];
  const found = names.map((option) => [option, environment[variableOf(provider.id, option)]] as const);
  return Object.fromEntries(found.filter((pair): pair is [string, string] => pair[1] !== undefined && pair[1] !== ''));
}

function fromFile(file: string): Record<string, string> {
  const { mode } = statSync(file);
  // Windows has no such bits; there the permissions of the folder apply.
  if (process.platform !== 'win32' && (mode & 0o077) !== 0)
    throw new UsageError('the credentials file must not be readable by others (chmod 600)');
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
  } catch {
    throw new UsageError('the credentials file is not JSON');
  }
}

/** The card of a live capture, from the environment only. */
export function cardFrom(environment: NodeJS.ProcessEnv): Record<string, string> {
  const card = Object.entries(CARD_VARIABLES).map(([field, name]) => [field, environment[name]] as const);
  if (card.some(([, value]) => value === undefined))
    throw new UsageError(`a live capture takes its card from ${Object.values(CARD_VARIABLES).join(', ')}`);
  return Object.fromEntries(card) as Record<string, string>;
}
