import { FAULTS } from '@capture/sandbox';
import { CARD_VARIABLES, variableOf } from '../accounts/credentials.ts';
import { PROVIDERS, type Provider } from '../providers/index.ts';

/** What the command takes; with a provider, also its fields. */
export function help(provider: Provider | undefined): string {
  const usage = `Usage: capture <provider> [name=value …] [options]

One capture, against a sandbox of its own unless --live is given. Fields that are not given are those of the provider's page; the amount is in major units
(amount=23.02 currency=TRY). Cards and credentials are no fields here: the shell's history and the process list would keep them. The sandbox gets the page's
published test card and credentials of its own; with --live a card comes from ${Object.values(CARD_VARIABLES).join(', ')}.

Options:
  --dry-run           print the request and the signature's text, secrets masked, and send nothing
  --fault NAME        let the sandbox fail: ${Object.keys(FAULTS).join(', ')}
  --json              print the result as JSON
  --live              capture real money at the real endpoint
  --credentials FILE  JSON of mode 600 with the credentials, in place of the environment
  --help

To take a signature apart: capture explain --help

Providers: ${PROVIDERS.map(({ id }) => id).join(', ')}`;
  if (!provider) return usage;
  const sample = Object.entries(provider.sample).map(([name, value]) => `  ${name} = ${JSON.stringify(value)}`);
  const variables = provider.credentials.map((option) => variableOf(provider.id, option)).join(', ');
  return `${usage}\n\nFields of ${provider.title}, with the page's sample:\n${sample.join('\n')}\n\nCredentials with --live: ${variables}`;
}
