import { formatMajor, type Money } from '@capture/core';
import type { FaultName, TrueAuthorization } from '@capture/sandbox';
import type { Provider } from '../../providers/index.ts';
import type { Snippet } from './snippet.ts';

/** A capture to be written as a program. */
export interface CodeRequest {
  readonly provider: Provider;
  readonly request: Readonly<Record<string, unknown>>;
  readonly fault: FaultName | undefined;
  /** The authorization, if a new sandbox would not have it. */
  readonly authorization: TrueAuthorization | undefined;
}

/** Writes a capture as a program with its own sandbox, one client and one capture. */
export function typescriptOf(request: CodeRequest): Snippet {
  const { card } = request.request as { card?: Readonly<Record<string, string>> };
  if (!card) return { shown: program(request, {}), copied: program(request, {}) };
  const last4 = (card['number'] ?? '').slice(-4);
  return {
    shown: program(request, { number: `•••• ${last4}`, cvv: '•••' }),
    copied: program(request, { number: '{{card.number}}', cvv: '{{card.cvv}}' }),
  };
}

function program(
  { provider: { id, factory }, request, fault, authorization }: CodeRequest,
  hidden: Readonly<Record<string, string>>,
): string {
  const card = request['card'] === undefined ? undefined : { ...(request['card'] as object), ...hidden };
  const options = fault === undefined ? '' : `, { fault: '${fault}' }`;
  const setUp = authorization ? [`sandbox.authorize({ provider: '${id}', ${membersOf(authorization)} });`] : [];
  return [
    `import { money } from '@capture/core';`,
    `import { ${factory} } from '@capture/${id}';`,
    `import { createSandbox } from '@capture/sandbox';`,
    '',
    'const sandbox = createSandbox();',
    ...setUp,
    'const server = await sandbox.listen();',
    `const client = ${factory}({`,
    `  ...sandbox.credentials.${id},`,
    `  baseUrl: server.baseUrl('${id}'${options}),`,
    '  timeout: 3000,',
    '});',
    '',
    `const result = await client.capture(${literal({ ...request, ...(card && { card }) })});`,
    'console.log(JSON.stringify(result, null, 2));',
    'await server.close();',
    '',
  ].join('\n');
}

function membersOf({ id, amount, reference }: TrueAuthorization): string {
  const members = { id, amount, ...(reference !== undefined && { reference }) };
  return Object.entries(members)
    .map(([name, value]) => `${name}: ${literal(value)}`)
    .join(', ');
}

/** Plain data as a TypeScript literal. */
function literal(value: unknown, indent = ''): string {
  if (isMoney(value)) return `money('${formatMajor(value)}', '${value.currency}')`;
  if (typeof value === 'string')
    return `'${JSON.stringify(value).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
  if (typeof value !== 'object' || value === null) return String(value);
  const inner = `${indent}  `;
  const lines = Array.isArray(value)
    ? value.map((item) => inner + literal(item, inner))
    : Object.entries(value).map(([name, item]) => `${inner}${nameOf(name)}: ${literal(item, inner)}`);
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  return `${open ?? ''}\n${lines.map((line) => `${line},\n`).join('')}${indent}${close ?? ''}`;
}

function nameOf(name: string): string {
  return /^[A-Za-z_]\w*$/.test(name) ? name : literal(name);
}

function isMoney(value: unknown): value is Money {
  return typeof value === 'object' && value !== null && 'minor' in value && 'currency' in value;
}
