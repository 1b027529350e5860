import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Capabilities, LookupKey } from '../../packages/core/src/index.ts';
import { providerPackages, ROOT } from '../workspace/workspace.ts';
import { table } from './markdown.ts';
import type { Generated, GenerateOptions } from './write.ts';

interface Report {
  readonly testResults: readonly {
    readonly name: string;
    readonly assertionResults: readonly { readonly title: string; readonly status: string }[];
  }[];
}

/** The capabilities that each client declares, and how many cases of the contract it passed in a test run. */
export async function providers({ report }: GenerateOptions): Promise<Generated[]> {
  const tests = JSON.parse(readFileSync(resolve(ROOT, report), 'utf8')) as Report;
  const columns = await Promise.all(
    providerPackages().map(async ({ id }) => ({ id, capabilities: await capabilitiesOf(id) })),
  );
  const rows = [
    ...Object.entries(ROWS).map(([title, cell]) => [title, ...columns.map(({ capabilities }) => cell(capabilities))]),
    ['Cases of the contract passed', ...columns.map(({ id }) => String(casesPassed(tests, id)))],
  ];
  const head = ['', ...columns.map(({ id }) => `\`${id}\``)];
  return [{ file: 'docs/providers.md', content: `${HEAD}\n${table(head, rows)}\n` }];
}

const HEAD = `# The providers

What each client declares in \`capabilities\`, which the kit tests, and how many cases of [the contract](contract.md) it
passes. Generated; “undocumented” means that the provider's page does not say, and that nothing is built on it.
`;

const ROWS: Readonly<Record<string, (capabilities: Capabilities) => string>> = {
  'Captures an': ({ captures }) => (captures === 'card' ? '**card** (a direct charge)' : 'authorization'),
  'Partial capture': ({ partialCapture }) => partialCapture,
  'Multiple captures': ({ multipleCaptures }) => multipleCaptures,
  Overcapture: ({ overcapture }) => overcapture,
  'Own reference is': ({ reference }) => reference,
  Currencies: currencies,
  'Amount on the wire': ({ amountForm }) => amountForm,
  'Response states the amount': ({ reportsAmount }) => (reportsAmount ? 'yes' : 'no'),
  Authentication: ({ authentication }) => authentication,
  'Lookup by': ({ lookupBy }) => listOf(lookupBy),
  'Unique to a capture': ({ uniqueKeys }) => listOf(uniqueKeys),
  'Shared by captures, decides with the known ids': ({ sharedKeys }) => listOf(sharedKeys),
  Notifications: ({ webhook }) => webhook,
};

const KEYS: Readonly<Record<LookupKey, string>> = {
  reference: 'own reference',
  captureId: 'capture',
  authorizationId: 'authorization',
};

function listOf(keys: readonly LookupKey[]): string {
  return keys.map((key) => KEYS[key]).join(', ') || 'none';
}

function currencies({ currencies: known }: Capabilities): string {
  if (known === 'iso-4217') return 'all of ISO 4217';
  return known.length > 12 ? `${known.length} of ISO 4217` : known.join(', ');
}

async function capabilitiesOf(id: string): Promise<Capabilities> {
  const module = (await import(`../../packages/${id}/src/provider.ts`)) as { readonly capabilities: Capabilities };
  return module.capabilities;
}

/** Fails where the report does not show that a provider keeps the contract. */
function casesPassed({ testResults }: Report, id: string): number {
  const file = testResults.find(({ name }) => name.endsWith(`packages/${id}/src/conformance.test.ts`));
  const cases = file?.assertionResults.filter(({ title }) => /^[A-Z]\d+(?:\.\d+)? /.test(title)) ?? [];
  if (cases.length > 0 && cases.every(({ status }) => status === 'passed')) return cases.length;
  throw new Error(`The test report does not show that ${id} keeps the contract: run pnpm test first.`);
}
