#!/usr/bin/env node
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { CONTROL_PATH } from './control/route.ts';
import { FAULTS, type FaultName } from './faults/faults.ts';
import type { SandboxServer } from './http/sandbox-server.ts';
import type { Sandbox } from './contract.ts';
import { createSandbox } from './sandbox.ts';
import { PROVIDERS } from './state/provider-names.ts';
import { keepInFile } from './state/state-file.ts';

const HELP = `Usage: capture-sandbox [options]

Starts local emulators of five payment providers and prints their base URLs.

  --port NUMBER    the port; 0 picks a free one (default 4100)
  --host HOST      127.0.0.1, ::1 or localhost; any other host is refused
  --only PROVIDER  serve this provider at the root as well, for clients that resolve absolute paths
  --tls            serve HTTPS with a certificate that is made now
  --ca FILE        with --tls: write its authority there (default capture-sandbox-ca.pem)
  --host-names     serve each provider under its documented host names as well
  --data FILE      keep authorizations and captures in this file
  --seed NUMBER    ids are derived from it (default 1)
  --live           responses state a live payment, where the provider states live or test
  --help           this help

A fault is a part of the base URL: http://127.0.0.1:4100/~hang/payfull
Control it over HTTP: http://127.0.0.1:4100/_sandbox/v1/openapi.json

Examples:
  capture-sandbox --only payfull
  capture-sandbox --tls --host-names --port 443
`;

await main();

async function main(): Promise<void> {
  try {
    const { values } = parseArgs({
      options: {
        port: { type: 'string', default: '4100' },
        host: { type: 'string', default: '127.0.0.1' },
        only: { type: 'string' },
        tls: { type: 'boolean', default: false },
        ca: { type: 'string', default: 'capture-sandbox-ca.pem' },
        'host-names': { type: 'boolean', default: false },
        data: { type: 'string' },
        seed: { type: 'string', default: '1' },
        live: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    if (values.help) return void process.stdout.write(HELP);
    const seed = integerOption(values.seed, '--seed', Number.MAX_SAFE_INTEGER);
    const only = PROVIDERS.find((provider) => provider === values.only);
    if (values.only !== undefined && !only) throw new RangeError(`--only must be one of ${PROVIDERS.join(', ')}.`);
    const sandbox = createSandbox({ seed, live: values.live });
    const save = values.data === undefined ? undefined : keepInFile(sandbox, values.data);
    const server = await sandbox.listen({
      port: integerOption(values.port, '--port', 65_535),
      host: values.host,
      tls: values.tls,
      hostNames: values['host-names'],
      ...(only && { only }),
    });
    if (server.certificateAuthority !== undefined) writeFileSync(values.ca, server.certificateAuthority);
    process.stdout.write(describe(sandbox, server, server.certificateAuthority === undefined ? undefined : values.ca));
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.once(signal, () => {
        save?.();
        void server.close();
      });
  } catch (error) {
    process.stderr.write(`capture-sandbox: ${(error as Error).message}\n`);
    process.exitCode = 2;
  }
}

function integerOption(value: string, name: string, max: number): number {
  const number = Number(value);
  if (!/^\d+$/.test(value) || number > max)
    throw new RangeError(`${name} must be an integer from 0 to ${String(max)}.`);
  return number;
}

function describe(sandbox: Sandbox, server: SandboxServer, authorityFile: string | undefined): string {
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
    ...(authorityFile === undefined
      ? []
      : [`Trust its certificate authority: ${authorityFile}`, (server.certificateAuthority ?? '').trim()]),
    `Control: ${server.url}${CONTROL_PATH}/openapi.json`,
    'Base URLs and credentials (the credentials are valid nowhere else):',
    ...providers,
    'Authorizations to capture:',
    ...samples,
    `Faults, as part of a base URL such as ${server.baseUrl('payfull', { fault: 'hang' })}:`,
    ...faults,
    `For a refused connection: ${server.baseUrl('payfull', { fault: 'refuse' })}`,
    'Stop with Ctrl+C.',
    '',
  ].join('\n');
}
