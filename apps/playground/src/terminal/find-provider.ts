import { UsageError } from '../accounts/usage-error.ts';
import { providerById, type Provider } from '../providers/index.ts';
import { closest } from './closest.ts';

/** The provider with a typed id. Throws a `UsageError` that lists the choices and, for a typo, suggests one of them. */
export function findProvider(id: string, choices: readonly string[]): Provider {
  const provider = choices.includes(id) ? providerById(id) : undefined;
  if (provider) return provider;
  const similar = closest(id, choices);
  const hint = similar === undefined ? '' : ` Did you mean ${similar}?`;
  // The typed string is not repeated: it may be a misplaced secret.
  throw new UsageError(`Unknown provider.${hint} Providers: ${choices.join(', ')}. See --help.`);
}
