import { readFileSync } from 'node:fs';
import { printable, type WebhookVerdict } from '@capture/core';
import { createSandbox } from '@capture/sandbox';
import { credentialsOf, variableOf } from '../accounts/credentials.ts';
import { UsageError } from '../accounts/usage-error.ts';
import { createSandboxClient, PROVIDERS, type Client, type Provider } from '../providers/index.ts';
import { formatAmount } from '../shared/format-amount.ts';
import { exitCodeOf, type CommandResult } from './command-result.ts';
import { findProvider } from './find-provider.ts';
import { parseOptions } from './parse-options.ts';
import { printedJson } from './printed-json.ts';

const OPTIONS = {
  help: { type: 'boolean' },
  json: { type: 'boolean' },
  live: { type: 'boolean' },
  credentials: { type: 'string' },
  header: { type: 'string', multiple: true },
  headers: { type: 'string' },
} as const;
const IDS = PROVIDERS.map(({ id }) => id);
/** Each sandbox makes a key pair of its own, so no default would be that of the sandbox which sent a notification. */
const KEY = 'publicKey';

const HELP = `Usage: capture webhook <provider> [FILE] [options]

Verifies a notification from its raw body, as it arrived, in a file or on
stdin, and prints what it says.

Options:
  --header 'NAME: V'  a header of the notification; may be repeated
  --headers FILE      its headers, one 'Name: value' a line
  --live              with the credentials of the live account
  --credentials FILE  with --live: JSON of mode 600, instead of the environment
  --json              print the verdict as JSON

freepayment signs with a key pair: its public key is read from
FREEPAYMENT_PUBLIC_KEY.

Examples:
  capture webhook pockyt body.txt --live
  capture webhook freepayment --headers headers.txt < body.json

Exit codes: 0 verified and captured, 1 verified and declined, 2 usage, 3 in
doubt (refused, unverifiable, or about no final capture).`;

/** `capture webhook <provider> [FILE]`: verifies a notification. `stdin` reads all of the input. */
export async function webhookCommand(
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
  stdin: () => Uint8Array,
): Promise<CommandResult> {
  const { values, positionals } = parseOptions(args, OPTIONS);
  if (values.help) return { output: HELP, exitCode: 0 };
  const [id = '', file = '-', ...more] = positionals;
  const provider = findProvider(id, IDS);
  if (more.length > 0) throw new UsageError('a notification has one body');
  const { webhook } = clientOf(provider, values, environment);
  if (!webhook) throw new UsageError(`${provider.title} sends no signed notifications`);
  const lines = values.headers === undefined ? [] : readText(values.headers).split(/\r?\n/).filter(Boolean);
  const headers = [...lines, ...(values.header ?? [])].map(headerOf);
  const verdict = await webhook.verify(file === '-' ? stdin() : read(file), headers);
  const exitCode = verdict.status === 'verified' ? exitCodeOf(verdict.event.status) : 3;
  return { output: values.json ? printedJson(verdict) : format(provider.id, verdict), exitCode };
}

function clientOf(
  provider: Provider,
  { live, credentials }: { live?: boolean | undefined; credentials?: string | undefined },
  environment: NodeJS.ProcessEnv,
): Client {
  const given = environment[variableOf(provider.id, KEY)];
  const key = provider.sandboxOptions && given ? { [KEY]: given } : {};
  if (live) return provider.create({ ...key, ...credentialsOf(provider, credentials, environment) });
  if (provider.sandboxOptions && !given) throw new UsageError(`set ${variableOf(provider.id, KEY)} to the public key`);
  const sandbox = createSandbox();
  return createSandboxClient(provider, sandbox, { baseUrl: sandbox.baseUrl(provider.id), ...key });
}

function read(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch {
    throw new UsageError('the file cannot be read');
  }
}

const readText = (file: string): string => new TextDecoder().decode(read(file));

function headerOf(line: string): [name: string, value: string] {
  const at = line.indexOf(':');
  if (at < 1) throw new UsageError("headers must be written as 'Name: value'");
  return [line.slice(0, at).trim(), line.slice(at + 1).trim()];
}

function format(provider: string, verdict: WebhookVerdict): string {
  if (verdict.status !== 'verified') return `${provider}: ${verdict.status}\n${printable(verdict.reason)}`;
  const { status, captureId, reference, reportedAmount } = verdict.event;
  return [
    `${provider}: verified, reports ${status}`,
    ...(captureId === undefined ? [] : [`capture id: ${printable(captureId)}`]),
    ...(reference === undefined ? [] : [`reference: ${printable(reference)}`]),
    ...(reportedAmount ? [`amount: ${formatAmount(reportedAmount)}`] : []),
  ].join('\n');
}
