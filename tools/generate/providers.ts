// Writes docs/providers.md from what the clients declare and from the last run of the tests: reports/vitest.json, or the file that --report names.
// With --check it only says whether the file is stale.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Capabilities } from '../../packages/core/src/index.ts';
import { capabilities as firstoken } from '../../packages/firstoken/src/provider.ts';
import { capabilities as freepayment } from '../../packages/freepayment/src/provider.ts';
import { capabilities as payfull } from '../../packages/payfull/src/provider.ts';
import { capabilities as paymentoptions } from '../../packages/paymentoptions/src/provider.ts';
import { capabilities as pockyt } from '../../packages/pockyt/src/provider.ts';
import { writeOrCheck } from './write-or-check.ts';

const PROVIDERS: Readonly<Record<string, Capabilities>> = { pockyt, paymentoptions, firstoken, payfull, freepayment };

interface Report {
  readonly testResults: readonly {
    readonly name: string;
    readonly assertionResults: readonly { readonly title: string; readonly status: string }[];
  }[];
}

/** The cases of the contract that a provider passed in the last run; fails where it was not run, or not passed. */
function casesPassed({ testResults }: Report, provider: string): number {
  const file = testResults.find(({ name }) => name.endsWith(`packages/${provider}/src/conformance.test.ts`));
  const cases = file?.assertionResults.filter(({ title }) => /^[A-Z]\d+(?:\.\d+)? /.test(title)) ?? [];
  if (cases.length > 0 && cases.every(({ status }) => status === 'passed')) return cases.length;
  throw new Error(`reports/vitest.json does not show that ${provider} keeps the contract: run the tests first.`);
}

const BY: Readonly<Record<string, string>> = {
  reference: 'own reference',
  captureId: 'capture',
  authorizationId: 'authorization',
};
const currencies = ({ currencies: known }: Capabilities): string =>
  known === 'ISO 4217' ? 'all of ISO 4217' : known.length > 12 ? `${known.length} of ISO 4217` : known.join(', ');

const ROWS: Readonly<Record<string, (capabilities: Capabilities) => string>> = {
  'Captures an': ({ captures }) => (captures === 'card' ? '**card** (a direct charge)' : 'authorization'),
  'Less than authorized': ({ partialCapture }) => partialCapture,
  'Several times': ({ severalCaptures }) => severalCaptures,
  'More than authorized': ({ overCapture }) => overCapture,
  'Own reference is': ({ reference }) => reference,
  Currencies: currencies,
  'Amount on the wire': ({ amountForm }) => amountForm,
  'Answer states the amount': ({ reportsAmount }) => (reportsAmount ? 'yes' : 'no'),
  'Proves who asks by': ({ authentication }) => authentication,
  'Look-up by': ({ lookupBy }) => lookupBy.map((key) => BY[key] ?? key).join(', ') || 'none',
  'Look-up decides a lost answer': ({ lookupDecides }) => (lookupDecides ? 'yes' : 'no'),
  Notifications: ({ webhook }) => webhook,
};

const { values } = parseArgs({
  options: { check: { type: 'boolean' }, report: { type: 'string', default: 'reports/vitest.json' } },
});
const report = JSON.parse(readFileSync(join(import.meta.dirname, '../..', values.report), 'utf8')) as Report;
const names = Object.keys(PROVIDERS);
const row = (title: string, cell: (name: string) => string | number): string =>
  `| ${title} | ${names.map(cell).join(' | ')} |`;

await writeOrCheck(
  'docs/providers.md',
  `# The providers

What each client declares in \`capabilities\`, which the kit tests, and how many cases of [the contract](contract.md) it passes. Generated; “undocumented” means that the provider's page does not
say, and that nothing is built on it.

${row('', (name) => `\`${name}\``)}
${row('---', () => '---')}
${Object.entries(ROWS)
  .map(([title, cell]) => row(title, (name) => (PROVIDERS[name] ? cell(PROVIDERS[name]) : '')))
  .join('\n')}
${row('Cases of the contract passed', (name) => casesPassed(report, name))}
`,
);
