import { InvalidAmountError, InvalidOptionsError, InvalidRequestError } from '@capture/core';
import { createSandbox, FAULTS, type FaultName } from '@capture/sandbox';
import { cardFrom, credentialsOf } from '../accounts/credentials.ts';
import { UsageError } from '../accounts/usage-error.ts';
import { createSandboxClient, PROVIDERS, providerById, type Client } from '../providers/index.ts';
import type { CommandResult } from './command-result.ts';
import { explainCommand } from './explain-command.ts';
import { findProvider } from './find-provider.ts';
import { formatPrepared, formatResult } from './format.ts';
import { help } from './help.ts';
import { isParseError, parseOptions } from './parse-options.ts';
import { printedJson } from './printed-json.ts';
import { requestFrom } from './request-arguments.ts';

const OPTIONS = {
  help: { type: 'boolean' },
  'dry-run': { type: 'boolean' },
  json: { type: 'boolean' },
  fault: { type: 'string' },
  live: { type: 'boolean' },
  credentials: { type: 'string' },
} as const;

/** The errors with which the library refuses input. */
const INPUT_ERRORS = [InvalidRequestError, InvalidOptionsError, InvalidAmountError];

const IDS = PROVIDERS.map(({ id }) => id);

/** `capture <provider> [name=value …]`: one capture, against a new sandbox unless `--live` is given. */
export async function captureCommand(args: readonly string[], environment: NodeJS.ProcessEnv): Promise<CommandResult> {
  try {
    if (args[0] === 'explain') return explainCommand(args.slice(1), environment);
    return await capture(args, environment);
  } catch (error) {
    if (isUsageError(error)) return { output: error.message, exitCode: 2 };
    throw error;
  }
}

async function capture(args: readonly string[], environment: NodeJS.ProcessEnv): Promise<CommandResult> {
  const { values, positionals } = parseOptions(args, OPTIONS);
  const [id = '', ...fields] = positionals;
  if (values.help) return { output: help(providerById(id)), exitCode: 0 };
  const provider = findProvider(id, IDS);
  const request = requestFrom(provider.sample, fields);
  const fault = values.fault === undefined ? undefined : faultOf(values.fault);
  if (values.live) {
    if (fault) throw new UsageError('--fault is for the sandbox only, not for a live endpoint');
    if (provider.takesCard) request['card'] = cardFrom(environment);
    const client = provider.create(credentialsOf(provider, values.credentials, environment));
    return sendRequest(client, request, values);
  }
  const sandbox = createSandbox();
  const server = await sandbox.listen();
  try {
    const baseUrl = server.baseUrl(provider.id, fault ? { fault } : {});
    const client = createSandboxClient(provider, sandbox, { baseUrl, timeout: 5000 });
    return await sendRequest(client, request, values);
  } finally {
    await server.close();
  }
}

async function sendRequest(
  client: Client,
  request: Record<string, unknown>,
  { json, 'dry-run': dryRun }: { json?: boolean; 'dry-run'?: boolean },
): Promise<CommandResult> {
  if (dryRun) {
    const prepared = client.prepare(request as never);
    return { output: json ? printedJson(prepared) : formatPrepared(prepared), exitCode: 0 };
  }
  const result = await client.capture(request as never);
  const accepted = result.status === 'captured' || result.status === 'pending';
  return { output: json ? printedJson(result) : formatResult(result), exitCode: accepted ? 0 : 1 };
}

function faultOf(name: string): FaultName {
  if (Object.hasOwn(FAULTS, name)) return name as FaultName;
  throw new UsageError(`--fault must be one of ${Object.keys(FAULTS).join(', ')}`);
}

function isUsageError(error: unknown): error is Error {
  if (error instanceof UsageError || INPUT_ERRORS.some((kind) => kind.is(error))) return true;
  return isParseError(error);
}
