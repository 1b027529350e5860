import { explainMismatch, type MismatchExplanation } from '@capture/core/signing';
import { createSandbox } from '@capture/sandbox';
import { credentialsOf, variableOf } from '../accounts/credentials.ts';
import { UsageError } from '../accounts/usage-error.ts';
import { PROVIDERS, type Provider } from '../providers/index.ts';
import { bodyFields } from './body-fields.ts';
import type { CommandResult } from './command-result.ts';
import { findProvider } from './find-provider.ts';
import { formatSignature } from './format.ts';
import { parseOptions } from './parse-options.ts';
import { printedJson } from './printed-json.ts';
import { namedFields } from './request-arguments.ts';
import { wrapped } from './wrap.ts';

const OPTIONS = {
  help: { type: 'boolean' },
  json: { type: 'boolean' },
  signature: { type: 'string' },
  credentials: { type: 'string' },
} as const;

const SIGNING = PROVIDERS.filter(({ signature }) => signature).map(({ id }) => id);

const HELP = `Usage: capture explain <provider> (name=value … | -) [options]

Takes a signature apart. The fields are those of the wire, in the provider's
names (total=23.02 type=Capture); with - they are a body on stdin, form-encoded
or JSON. With --signature it searches for the known mistake that reproduces this
signature from the same fields. The secret is that of the sandbox, unless the
environment or --credentials has another one.

Options:
  --signature SIGNATURE  the signature that other code produced
  --json                 print the complete explanation as JSON
  --credentials FILE     JSON of mode 600 with the credentials, instead of the
                         environment

Examples:
  capture explain payfull type=Capture total=23.02
  capture explain payfull - --signature SIGNATURE < body.txt

Exit codes: 0 right or explained, 1 not found, 2 usage.

Providers that sign: ${SIGNING.join(', ')}`;

/**
 * `capture explain <provider> [name=value …]`: takes a signature apart and, with `--signature`, finds the mistake
 * behind a wrong one. Exits with 0 if the given signature is correct or explained.
 */
export function explainCommand(
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
  stdin: () => Uint8Array,
): CommandResult {
  const { values, positionals } = parseOptions(args, OPTIONS);
  if (values.help) return { output: HELP, exitCode: 0 };
  const [id = '', ...pairs] = positionals;
  const provider = findProvider(id, SIGNING);
  if (!provider.signature) throw new UsageError(`${provider.title} does not sign`);
  if (pairs.length === 0) throw new UsageError(`Pass the signed fields as name=value.\n\n${HELP}`);
  const { scheme } = provider.signature;
  const isBody = pairs.length === 1 && pairs[0] === '-';
  const fields = isBody ? bodyFields(new TextDecoder().decode(stdin())) : namedFields(pairs);
  const secret = secretOf(provider, provider.signature.secret, values.credentials, environment);
  if (values.signature === undefined) {
    const signature = scheme.explain(fields, secret);
    return { output: values.json ? printedJson(signature) : formatSignature(signature), exitCode: 0 };
  }
  const explanation = explainMismatch({ scheme, fields, secret, theirs: values.signature });
  const { digests, complete } = explanation.searched;
  // Every attempt has the length of a digest, so a string of another length was compared with none.
  if (digests === 0 && complete) {
    const { length } = explanation.ours.digest.reveal();
    const got = values.signature.length;
    throw new UsageError(`Not a ${provider.title} signature: expected ${length} hex characters, got ${got}.`);
  }
  const exitCode = explanation.matches || explanation.found ? 0 : 1;
  return { output: values.json ? printedJson(explanation) : formatExplanation(explanation), exitCode };
}

function formatExplanation({ ours, summary, alternatives }: MismatchExplanation): string {
  const others = alternatives.map((mistakes) => `  or: ${mistakes.map(({ sentence }) => sentence).join(' ')}`);
  return [wrapped(summary), ...others.map(wrapped), '', formatSignature(ours)].join('\n');
}

function secretOf(
  provider: Provider,
  option: string,
  file: string | undefined,
  environment: NodeJS.ProcessEnv,
): string {
  const isLive = file !== undefined || Boolean(environment[variableOf(provider.id, option)]);
  const credentials: Readonly<Record<string, string>> = isLive
    ? credentialsOf(provider, file, environment)
    : createSandbox().credentials[provider.id];
  const secret = credentials[option];
  if (secret === undefined) throw new UsageError(`the credentials lack ${option}`);
  return secret;
}
