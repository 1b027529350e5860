// Writes docs/contract.md from the clauses of the kit. With --check it only says whether the file is stale.
import { GROUPS } from '../../packages/conformance/src/clause.ts';
import { CLAUSES, groupOf } from '../../packages/conformance/src/list.ts';
import { writeOrCheck } from './write-or-check.ts';

const sections = Object.entries(GROUPS).map(([letter, [name, says]]) => {
  const rows = CLAUSES.filter((clause) => groupOf(clause).letter === letter);
  return [
    `## ${letter} ${name}`,
    '',
    says,
    '',
    '| Clause | What it promises |',
    '| --- | --- |',
    ...rows.map(({ number, title }) => `| ${number} | ${title.charAt(0).toUpperCase()}${title.slice(1)} |`),
  ].join('\n');
});

await writeOrCheck(
  'docs/contract.md',
  `# The contract

What every provider promises, clause by clause. \`describeProvider\` of \`@capture/conformance\` proves it of a provider: each clause with as many cases as the provider gives reason for
(each field that is required, each currency, each documented answer, each fault, each secret in each form), and each test carries the number of its clause and case:
\`npx -y pnpm@12 vitest run packages/payfull -t F5.3\`. A clause that does not apply to a provider, because it has no look-up say, has no cases there. [providers.md](providers.md) says how
many cases each of ours passes; \`packages/conformance/test/wrong\` has providers that are wrong on purpose, each caught by the clause that it breaks.

${sections.join('\n\n')}
`,
);
