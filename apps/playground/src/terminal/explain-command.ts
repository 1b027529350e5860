import { parseArgs } from 'node:util';
import { explainMismatch, type Signature } from '@capture/core/signing';
import { createSandbox } from '@capture/sandbox';
import { credentialsOf, variableOf } from '../accounts/credentials.ts';
import { UsageError } from '../accounts/usage-error.ts';
import { providerById, PROVIDERS, type Provider } from '../providers/index.ts';
import type { CommandResult } from './command-result.ts';
import { namedFields } from './fields.ts';

const OPTIONS = {
  help: { type: 'boolean' },
  json: { type: 'boolean' },
  theirs: { type: 'string' },
  credentials: { type: 'string' },
} as const;

const SIGNING = PROVIDERS.filter(({ signature }) => signature).map(({ id }) => id);

const HELP = `Usage: capture explain <provider> [name=value …] [--theirs SIGNATURE] [options]

Takes a signature apart. The fields are those of the wire, in the provider's own names (total=23.02 type=Capture). With --theirs it searches the usual mistakes for the one
that makes this signature of the same fields. The secret is that of the sandbox, unless the environment or --credentials has one.

Options:
  --theirs SIGNATURE  what somebody else computed
  --json              print the whole explanation as JSON
  --credentials FILE  JSON of mode 600 with the credentials, in place of the environment

Providers that sign: ${SIGNING.join(', ')}`;

/** `capture explain <provider> [fields…] --theirs SIGNATURE`: how a signature is made, and which mistake makes another one. Exit 0 where theirs is right or explained. */
export function explainCommand(words: readonly string[], environment: NodeJS.ProcessEnv): CommandResult {
  const { values, positionals } = parseArgs({ args: [...words], options: OPTIONS, allowPositionals: true });
  if (values.help) return { output: HELP, exitCode: 0 };
  const [id = '', ...pairs] = positionals;
  const provider = providerById(id);
  if (!provider?.signature) throw new UsageError(`the word after explain has to be one of ${SIGNING.join(', ')}`);
  if (pairs.length === 0) throw new UsageError(`there are no fields that could be signed\n\n${HELP}`);
  const { scheme } = provider.signature;
  const fields = namedFields(pairs);
  const secret = secretOf(provider, provider.signature.secret, values.credentials, environment);
  if (values.theirs === undefined) {
    const signature = scheme.sign(fields, secret);
    return { output: values.json ? JSON.stringify(signature, null, 2) : formatSignature(signature), exitCode: 0 };
  }
  const explanation = explainMismatch({ scheme, fields, secret, theirs: values.theirs });
  const { digests, complete } = explanation.searched;
  // Every trial has the length of some digest; what fits none of them is no signature at all.
  if (digests === 0 && complete) {
    const { length } = explanation.ours.digest.reveal();
    throw new UsageError(`--theirs is no signature: one of ${provider.title} has ${length} hexadecimal characters`);
  }
  const exitCode = explanation.matches || explanation.found ? 0 : 1;
  if (values.json) return { output: JSON.stringify(explanation, null, 2), exitCode };
  const alternatives = explanation.alternatives.map(
    (mistakes) => `  or: ${mistakes.map(({ sentence }) => sentence).join(' ')}`,
  );
  return { output: [formatSignature(explanation.ours), '', explanation.summary, ...alternatives].join('\n'), exitCode };
}

/** A signature for people: ordered fields, what was left out and why, the text with its secrets masked. */
export function formatSignature({ algorithm, fields, leftOut, text }: Signature): string {
  return [
    `Signature: ${algorithm}`,
    ...fields.map(({ name, value }) => `  ${name} = ${value}`),
    ...leftOut.map(({ name, why }) => `  ${name} is not signed: ${why}`),
    `Text that is signed: ${text}`,
  ].join('\n');
}

function secretOf(
  { id, ...provider }: Provider,
  option: string,
  file: string | undefined,
  environment: NodeJS.ProcessEnv,
): string {
  const sandboxed = createSandbox().credentials[id] as Readonly<Record<string, string>>;
  const given =
    file === undefined && !environment[variableOf(id, option)]
      ? sandboxed
      : credentialsOf({ id, ...provider }, file, environment);
  const secret = given[option];
  if (secret === undefined) throw new UsageError(`the credentials have no ${option}`);
  return secret;
}
