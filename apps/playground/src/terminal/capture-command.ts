import { parseArgs } from 'node:util';
import {
  formatMajor,
  InvalidOptionsError,
  InvalidRequestError,
  type CaptureResult,
  type PreparedRequest,
} from '@capture/core';
import { createSandbox, FAULTS, type FaultName } from '@capture/sandbox';
import { cardFrom, credentialsOf } from '../accounts/credentials.ts';
import { UsageError } from '../accounts/usage-error.ts';
import { createSandboxClient, providerById, PROVIDERS, type Client } from '../providers/index.ts';
import type { CommandResult } from './command-result.ts';
import { explainCommand, formatSignature } from './explain-command.ts';
import { requestFrom } from './fields.ts';
import { help } from './help.ts';

const OPTIONS = {
  help: { type: 'boolean' },
  'dry-run': { type: 'boolean' },
  json: { type: 'boolean' },
  fault: { type: 'string' },
  live: { type: 'boolean' },
  credentials: { type: 'string' },
} as const;

/** `capture <provider> [fields…]`: one capture, by default against a sandbox of its own. */
export async function captureCommand(words: readonly string[], environment: NodeJS.ProcessEnv): Promise<CommandResult> {
  try {
    if (words[0] === 'explain') return explainCommand(words.slice(1), environment);
    const { values, positionals } = parseArgs({ args: [...words], options: OPTIONS, allowPositionals: true });
    const [id = '', ...fields] = positionals;
    const provider = providerById(id);
    if (values.help) return { output: help(provider), exitCode: 0 };
    if (!provider)
      throw new UsageError(`the first word has to be one of ${PROVIDERS.map((one) => one.id).join(', ')}; see --help`);
    const request = requestFrom(provider.sample, fields);
    const fault = values.fault === undefined ? undefined : faultOf(values.fault);
    if (values.live) {
      if (fault) throw new UsageError('--fault is for the sandbox, not for a real endpoint');
      if (provider.takesCard) request['card'] = cardFrom(environment);
      const client = provider.create(credentialsOf(provider, values.credentials, environment));
      return await sendRequest(client, request, values);
    }
    const sandbox = createSandbox();
    const server = await sandbox.listen();
    try {
      const baseUrl = server.baseUrl(provider.id, fault ? { fault } : {});
      return await sendRequest(createSandboxClient(provider, sandbox, { baseUrl, timeout: 5000 }), request, values);
    } finally {
      await server.close();
    }
  } catch (error) {
    if (
      error instanceof UsageError ||
      InvalidRequestError.is(error) ||
      InvalidOptionsError.is(error) ||
      isArgumentError(error)
    ) {
      return { output: error.message, exitCode: 2 };
    }
    throw error;
  }
}

async function sendRequest(
  client: Client,
  request: Record<string, unknown>,
  { json, 'dry-run': dryRun }: { json?: boolean; 'dry-run'?: boolean },
): Promise<CommandResult> {
  if (dryRun) {
    const prepared = client.prepare(request as never);
    return { output: json ? JSON.stringify(prepared, null, 2) : formatPrepared(prepared), exitCode: 0 };
  }
  const result = await client.capture(request as never);
  const accepted = result.status === 'captured' || result.status === 'pending';
  return { output: json ? JSON.stringify(result, null, 2) : formatResult(result), exitCode: accepted ? 0 : 1 };
}

function formatPrepared({ method, url, headers, body, signature }: PreparedRequest): string {
  const head = [
    `${method} ${url}`,
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    '',
    body ?? '',
  ];
  return signature ? [...head, '', formatSignature(signature)].join('\n') : head.join('\n');
}

function formatResult(result: CaptureResult): string {
  const lines = [`${result.provider}: ${result.status}, asked ${formatMajor(result.amount)} ${result.amount.currency}`];
  if ('captureId' in result) lines.push(`capture id: ${result.captureId}`);
  if (result.reference !== undefined) lines.push(`reference: ${result.reference}`);
  if ('checks' in result)
    lines.push(
      ...result.checks.map(
        ({ agrees, field, expected, found }) =>
          `  ${agrees ? '✓' : '✗'} ${field}: ${found}${agrees ? '' : `, not ${expected}`}`,
      ),
    );
  if ('nextAction' in result && result.nextAction) lines.push(`the customer has to open ${result.nextAction.url}`);
  if ('error' in result) lines.push(result.error.message);
  if (result.status === 'unknown') lines.push(`look it up with ${JSON.stringify(result.lookup)}`);
  return lines.join('\n');
}

function faultOf(name: string): FaultName {
  if (Object.hasOwn(FAULTS, name)) return name as FaultName;
  throw new UsageError(`--fault has to be one of ${Object.keys(FAULTS).join(', ')}`);
}

function isArgumentError(error: unknown): error is Error {
  return error instanceof TypeError && String((error as { code?: unknown }).code).startsWith('ERR_PARSE_ARGS');
}
