import { readFileSync } from 'node:fs';
import { InvalidAmountError, InvalidOptionsError, InvalidRequestError } from '@capture/core';
import { cardFrom } from '../accounts/credentials.ts';
import { UsageError } from '../accounts/usage-error.ts';
import { PROVIDERS, providerById } from '../providers/index.ts';
import { exitCodeOf, type CommandResult } from './command-result.ts';
import { connect, CONNECTION_OPTIONS, type Connection } from './connection.ts';
import { explainCommand } from './explain-command.ts';
import { findProvider } from './find-provider.ts';
import { formatPrepared, formatResult } from './format.ts';
import { help } from './help.ts';
import { lookupCommand } from './lookup-command.ts';
import { nextStep } from './next-step.ts';
import { isParseError, parseOptions } from './parse-options.ts';
import { printedJson } from './printed-json.ts';
import { requestFrom } from './request-arguments.ts';
import { webhookCommand } from './webhook-command.ts';

const OPTIONS = {
  ...CONNECTION_OPTIONS,
  help: { type: 'boolean' },
  'dry-run': { type: 'boolean' },
  json: { type: 'boolean' },
  fault: { type: 'string' },
} as const;

/** The errors with which the library refuses input. */
const INPUT_ERRORS = [InvalidRequestError, InvalidOptionsError, InvalidAmountError];

const IDS = PROVIDERS.map(({ id }) => id);

/** `capture <provider> [name=value …]`: one capture, to a new sandbox by default; and its subcommands. */
export async function captureCommand(
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
  stdin: () => Uint8Array = () => readFileSync(0),
): Promise<CommandResult> {
  const [name, ...rest] = args;
  try {
    if (name === 'explain') return explainCommand(rest, environment, stdin);
    if (name === 'lookup') return await lookupCommand(rest, environment);
    if (name === 'webhook') return await webhookCommand(rest, environment, stdin);
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
  if (values.live && provider.takesCard) request['card'] = cardFrom(environment);
  const connection = await connect(provider, values, environment);
  try {
    return await sendRequest(connection, request, values);
  } finally {
    await connection.close();
  }
}

async function sendRequest(
  { client, options }: Connection,
  request: Record<string, unknown>,
  { json, 'dry-run': dryRun }: { json?: boolean; 'dry-run'?: boolean },
): Promise<CommandResult> {
  if (dryRun) {
    const prepared = client.prepare(request as never);
    return { output: json ? printedJson(prepared) : formatPrepared(prepared), exitCode: 0 };
  }
  const result = await client.capture(request as never);
  const next = 'lookupKeys' in result ? nextStep(client, result.lookupKeys, options) : '';
  return { output: json ? printedJson(result) : formatResult(result, next), exitCode: exitCodeOf(result.status) };
}

function isUsageError(error: unknown): error is Error {
  if (error instanceof UsageError || INPUT_ERRORS.some((kind) => kind.is(error))) return true;
  return isParseError(error);
}
