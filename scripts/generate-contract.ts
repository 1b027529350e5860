// Writes docs/contract.md from the clauses of the kit. With --check it only compares, and fails where the file is stale.
import { GROUPS } from '../packages/conformance/src/clause.ts';
import { CLAUSES, groupOf } from '../packages/conformance/src/list.ts';
import { writeOrCheck } from './write-or-check.ts';

const sections = Object.entries(GROUPS).map(([letter, [name, promise]]) => {
  const rows = CLAUSES.filter((clause) => groupOf(clause).letter === letter);
  return [
    `## ${letter} ${name}`,
    '',
    promise,
    '',
    '| Clause | Promise |',
    '| --- | --- |',
    ...rows.map(({ number, title }) => `| ${number} | ${title.charAt(0).toUpperCase()}${title.slice(1)} |`),
  ].join('\n');
});

await writeOrCheck(
  'docs/contract.md',
  `# The contract

The promises of every provider, clause by clause. \`describeProvider\` of \`@capture/conformance\` proves them for a provider. A
clause has one case for each required field, currency, documented response, fault, or encoding of a secret, as the provider gives
reason for, and none where it does not apply, for example without a lookup. Each test carries the number of its clause and case:
\`npx -y pnpm@12 vitest run packages/payfull -t F5.3\`. [providers.md](providers.md) counts the cases that each provider passes.
\`packages/conformance/test/wrong\` has providers with a deliberate mistake, each caught by the clauses that forbid it.

${sections.join('\n\n')}
`,
);
