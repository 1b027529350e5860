import { GROUPS } from '../../packages/conformance/src/clause.ts';
import { CLAUSES, groupOf } from '../../packages/conformance/src/list.ts';
import { table } from './markdown.ts';
import type { Generated } from './write.ts';

/** The contract in prose, from the clauses of the conformance kit. */
export function contract(): Generated[] {
  const sections = Object.entries(GROUPS).map(([letter, [name, says]]) => {
    const clauses = CLAUSES.filter((clause) => groupOf(clause).letter === letter);
    const rows = clauses.map(({ number, title }) => [number, `${title.charAt(0).toUpperCase()}${title.slice(1)}`]);
    return `## ${letter} ${name}\n\n${says}\n\n${table(['Clause', 'What it promises'], rows)}`;
  });
  return [{ file: 'docs/contract.md', content: `${HEAD}\n${sections.join('\n\n')}\n` }];
}

const HEAD = `# The contract

What every provider promises, clause by clause. \`describeProvider\` of \`@capture/conformance\` proves it for one provider:
each clause has as many cases as the provider gives reason for (each required field, each currency, each documented
response, each fault, each secret in each encoding), and each test carries the number of its clause and case:
\`pnpm vitest run packages/payfull -t F5.3\`. A clause that does not apply to a provider, because it has no lookup for
example, has no cases there. [providers.md](providers.md) counts the cases that each of ours passes;
\`packages/conformance/test/wrong\` has providers that are wrong on purpose, each caught by the clause that it breaks.
`;
