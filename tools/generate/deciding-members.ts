import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { providerPackages } from '../workspace/workspace.ts';
import { withParts } from './markdown.ts';
import type { Generated } from './write.ts';

interface DecidingFields {
  readonly decisive: readonly string[];
  readonly compared?: readonly string[];
  readonly added?: Readonly<Record<string, unknown>>;
}

interface Subject {
  readonly responses: DecidingFields & {
    readonly captureId: string;
    readonly environment?: { readonly field: string };
  };
  readonly lookup?: readonly { readonly name: string; readonly deciding?: DecidingFields }[];
  readonly webhook?: { readonly deciding: DecidingFields };
}

const NAME = 'deciding members';

/** In the README of every provider: the members that decide, which the kit holds against each member. */
export async function decidingMembers(): Promise<Generated[]> {
  return Promise.all(
    providerPackages().map(async ({ id, folder }) => {
      const file = pathToFileURL(join(folder, 'test/subject.ts')).href;
      const { subject } = (await import(file)) as { readonly subject: Subject };
      return withParts(`packages/${id}/README.md`, { [NAME]: described(subject) });
    }),
  );
}

function described({ responses, lookup = [], webhook }: Subject): string {
  const capture = { ...responses, decisive: [...new Set([...responses.decisive, responses.captureId])] };
  const { environment } = responses;
  // Lookups by several keys may have the same members.
  const lookups = new Map<string, string[]>();
  for (const { name, deciding } of lookup)
    if (deciding) lookups.set(sentence(deciding), [...(lookups.get(sentence(deciding)) ?? []), name]);
  return [
    `A capture is believed only with these members of the response: ${sentence(capture)}`,
    ...(environment ? [`With \`expect\`, \`${environment.field}\` decides too, where it is present.`] : []),
    ...[...lookups].map(([members, names]) => `A lookup ${names.join(', or ')} decides only with ${members}`),
    ...(webhook ? [`A notification is about a capture only with ${sentence(webhook.deciding)}`] : []),
    'Every other member may be absent, null, of another type, unknown, repeated or too precise, and changes nothing ' +
      'but what is shown of it.',
  ].join('\n\n');
}

function sentence({ decisive, compared = [], added = {} }: DecidingFields): string {
  const optional = [...compared, ...Object.keys(added)];
  return `${listed(decisive)}.${optional.length > 0 ? ` If present, these must agree: ${listed(optional)}.` : ''}`;
}

/** The members as code; those of entries of an array as `transactions[].uid`. */
function listed(members: readonly string[]): string {
  const names = members.map((member) => member.replaceAll(/\.\d+(?=\.)/g, '[]'));
  return [...new Set(names)].map((name) => `\`${name}\``).join(', ');
}
