import { GROUPS } from '../../packages/conformance/src/clause.ts';
import { CLAUSES, groupOf } from '../../packages/conformance/src/list.ts';
import { table } from './markdown.ts';
import type { Generated } from './write.ts';

/** The contract in prose, from the clauses of the conformance kit. */
export function contract(): Generated[] {
  const sections = Object.entries(GROUPS).map(([letter, [name, promise]]) => {
    const clauses = CLAUSES.filter((clause) => groupOf(clause).letter === letter);
    const rows = clauses.map(({ number, title }) => [number, `${title.charAt(0).toUpperCase()}${title.slice(1)}`]);
    return `## ${letter} ${name}\n\n${promise}\n\n${table(['Clause', 'Promise'], rows)}`;
  });
  return [{ file: 'docs/contract.md', content: `${HEAD}\n${sections.join('\n\n')}\n` }];
}

const HEAD = `# The contract

The promises of every provider, clause by clause. \`describeProvider\` of \`@capture/conformance\` proves them for a
provider. A clause has one case for each required field, currency, documented response, fault, or encoding of a secret,
as the provider gives reason for, and none where it does not apply, for example without a lookup. Each test carries the
number of its clause and case: \`pnpm vitest run packages/payfull -t F5.3\`. [providers.md](providers.md) counts the
cases that each provider passes. \`packages/conformance/test/wrong\` has providers with a deliberate mistake, each
caught by the clauses that forbid it.
`;
