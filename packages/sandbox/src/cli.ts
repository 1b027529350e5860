#!/usr/bin/env node
import { parseArgs } from 'node:util';
import { FAULTS, type FaultName } from './faults/faults.ts';
import { PROVIDERS } from './state/provider-names.ts';
import { createSandbox, type Sandbox } from './sandbox.ts';
import type { SandboxServer } from './http/server.ts';

const HELP = `Usage: capture-sandbox [--port 4100] [--host 127.0.0.1] [--seed 1]

Starts local emulators of five payment providers and prints where they are.

  --port NUMBER   the port; 0 takes a free one (default 4100)
  --host HOST     127.0.0.1, ::1 or localhost; no other host is taken
  --seed NUMBER   ids are made from it (default 1)
  --help          this text

A fault is a part of the base URL: http://127.0.0.1:4100/~hang/payfull
`;

await main();

async function main(): Promise<void> {
  try {
    const { values } = parseArgs({
      options: {
        port: { type: 'string', default: '4100' },
        host: { type: 'string', default: '127.0.0.1' },
        seed: { type: 'string', default: '1' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    if (values.help) return void process.stdout.write(HELP);
    const sandbox = createSandbox({ seed: wholeNumber(values.seed, '--seed', Number.MAX_SAFE_INTEGER) });
    const server = await sandbox.listen({ port: wholeNumber(values.port, '--port', 65_535), host: values.host });
    process.stdout.write(describe(sandbox, server));
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void server.close());
  } catch (error) {
    process.stderr.write(`capture-sandbox: ${(error as Error).message}\n`);
    process.exitCode = 2;
  }
}

function wholeNumber(text: string, name: string, max: number): number {
  const number = Number(text);
  if (!/^\d+$/.test(text) || number > max)
    throw new RangeError(`${name} has to be a whole number up to ${String(max)}.`);
  return number;
}

function describe(sandbox: Sandbox, server: SandboxServer): string {
  const providers = PROVIDERS.map((provider) => {
    const credentials = Object.entries(sandbox.credentials[provider]).map(([name, value]) => `    ${name}: ${value}`);
    return [`  ${provider}  ${server.baseUrl(provider)}`, ...credentials].join('\n');
  });
  const samples = sandbox.truth.authorizations().map(({ provider, id, remainingAmount }) => {
    return `  ${provider}  ${id}  ${String(remainingAmount.minor)} ${remainingAmount.currency} (minor units)`;
  });
  const names = Object.keys(FAULTS) as FaultName[];
  const faults = names.map((name) => `  ${name.padEnd(20)}${FAULTS[name].description}`);
  return [
    `Listening on ${server.url}`,
    'Base URLs and credentials (they open nothing anywhere else):',
    ...providers,
    'Authorizations to capture:',
    ...samples,
    `Faults, as part of a base URL such as ${server.baseUrl('payfull', { fault: 'hang' })}:`,
    ...faults,
    `To be refused a connection: ${server.baseUrl('payfull', { fault: 'refuse' })}`,
    'Stop with Ctrl+C.',
    '',
  ].join('\n');
}
