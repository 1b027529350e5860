import { FAULTS } from '@capture/sandbox';
import { CARD_VARIABLES, serverOptionsOf, variableOf } from '../accounts/credentials.ts';
import { PROVIDERS, type Provider } from '../providers/index.ts';

/** The help of the command; with a provider, also its fields. */
export function help(provider: Provider | undefined): string {
  const usage = `Usage: capture <provider> [name=value …] [options]
       capture lookup | webhook | explain --help

Sends one capture, to a new sandbox unless --live is given. Fields default to
the sample of the provider's page; the amount is in major units (amount=23.02
currency=TRY). Card data and credentials are not accepted as arguments, which
the shell's history and the process list would keep: the sandbox uses a
published test card and credentials of its own; with --live a card is read from
${Object.values(CARD_VARIABLES).join(', ')}.

Options:
  --dry-run           print the request and the signed string, secrets masked,
                      and send nothing
  --fault NAME        inject a fault of the sandbox (see below)
  --json              print the result as JSON
  --sandbox URL       send to a running sandbox, such as http://127.0.0.1:4100,
                      which keeps the capture for a lookup
  --live              capture real money at the live endpoint, unless
                      PROVIDER_ENVIRONMENT is sandbox or PROVIDER_BASE_URL names
                      another one
  --credentials FILE  JSON of mode 600 with the credentials, instead of the
                      environment
  --help              print this help

Faults:
${wrap(Object.keys(FAULTS))}

Examples:
  capture payfull amount=1.50 currency=TRY reference=order-7
  capture payfull --fault commit-then-drop --sandbox http://127.0.0.1:4100
  capture pockyt --dry-run

Exit codes: 0 captured, 1 surely not captured, 2 usage, 3 in doubt (unknown,
pending).

Providers: ${PROVIDERS.map(({ id }) => id).join(', ')}`;
  if (!provider) return usage;
  const sample = Object.entries(provider.sample).map(([name, value]) => `  ${name} = ${JSON.stringify(value)}`);
  const options = [...provider.credentials, ...serverOptionsOf(provider)];
  const variables = options.map((option) => variableOf(provider.id, option)).join(', ');
  return [
    usage,
    '',
    `Fields of ${provider.title}, with the sample of its page:`,
    ...sample,
    '',
    `Credentials with --live: ${variables}`,
  ].join('\n');
}

/** A list of names in indented lines that fit a terminal. */
function wrap(names: readonly string[]): string {
  return names
    .reduce<string[]>((lines, name) => {
      const line = lines.at(-1);
      if (line === undefined || line.length + name.length > 76) return [...lines, `  ${name}`];
      return [...lines.slice(0, -1), `${line}, ${name}`];
    }, [])
    .join(',\n');
}
