import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { providerPackages } from '../workspace/workspace.ts';
import { withParts } from './markdown.ts';
import type { Generated } from './write.ts';

interface DecidingMembers {
  readonly decisive: readonly string[];
  readonly compared?: readonly string[];
  readonly captureId: string;
}

const NAME = 'deciding members';

/** In the README of every provider: the members of a response that decide, which the kit holds against each member. */
export async function decidingMembers(): Promise<Generated[]> {
  return Promise.all(
    providerPackages().map(async ({ id, folder }) => {
      const file = pathToFileURL(join(folder, 'test/subject.ts')).href;
      const { subject } = (await import(file)) as { readonly subject: { readonly responses: DecidingMembers } };
      return withParts(`packages/${id}/README.md`, { [NAME]: described(subject.responses) });
    }),
  );
}

function described({ decisive, compared = [], captureId }: DecidingMembers): string {
  const required = [...new Set([...decisive, captureId])];
  const optional = compared.length > 0 ? ` If present, these must agree: ${listed(compared)}.` : '';
  return (
    `A capture is believed only with these members of the response: ${listed(required)}.${optional} Every other member ` +
    'may be absent, null, of another type, unknown, repeated or too precise, and changes nothing but what is shown of it.'
  );
}

const listed = (members: readonly string[]): string => members.map((member) => `\`${member}\``).join(', ');
