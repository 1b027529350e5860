import { unwrap } from '../../secrets/secret.ts';
import type { RecipeChange } from '../recipe.ts';
import { suspect, type Inquiry, type Suspect } from './suspect.ts';

/** Mistakes in the use of the secret. */
export function mistakesWithSecret(inquiry: Inquiry): Suspect[] {
  return [...inPlace(inquiry), ...inHashing(inquiry), ...inSecret(inquiry)];
}

function inPlace({ recipe, scheme }: Inquiry): Suspect[] {
  const { place, glue, as } = recipe.secret;
  const { called } = scheme.secret;
  const glues = [...new Set([recipe.text.between, glue, ''])];
  const moved = (to: 'start' | 'end') => glues.map((each) => ({ secret: { place: to, glue: each } }));
  const suspects = [
    suspect('place', 'secret-left-out', `The ${called} was left out.`, { secret: { place: 'nowhere' } }),
  ];
  const add = (id: string, done: string, ...changes: readonly RecipeChange[]) =>
    suspects.push(suspect('place', id, `The ${called} ${done}.`, ...changes));
  if (place !== 'end') add('secret-appended', 'was appended to the text', ...moved('end'));
  if (place !== 'start') add('secret-prepended', 'was prepended to the text', ...moved('start'));
  if (place === 'key') {
    add('secret-and-text-swapped', 'was signed, with the text as the key', { secret: { place: 'message' } });
    return suspects;
  }
  add('secret-as-key', 'was used as the key of an HMAC, not as part of the text', {
    secret: { place: 'key', as: 'plain' },
  });
  if (as === 'hashed')
    add('secret-hash-as-key', 'was hashed and used as the key of an HMAC', { secret: { place: 'key' } });
  if (glue === '') return suspects;
  const nothing = `The separator between the fields and the ${called} was left out.`;
  return [...suspects, suspect('glue', 'secret-without-separator', nothing, { secret: { glue: '' } })];
}

function inHashing({ recipe, scheme }: Inquiry): Suspect[] {
  const the = `The ${scheme.secret.called}`;
  if (recipe.secret.as === 'plain')
    return [suspect('hashing', 'secret-hashed', `${the} was hashed first.`, { secret: { as: 'hashed' } })];
  return [
    suspect('hashing', 'secret-not-hashed', `${the} was not hashed.`, { secret: { as: 'plain' } }),
    suspect('hashing', 'secret-hashed-twice', `${the} was hashed twice.`, { secret: { as: 'hashed-twice' } }),
    suspect('hashing', 'secret-hash-upper-case', `The hash of the ${scheme.secret.called} was in upper case.`, {
      secret: { as: 'hashed-in-upper-case' },
    }),
  ];
}

function inSecret({ recipe, scheme, otherSecrets, show }: Inquiry): Suspect[] {
  const the = `The ${scheme.secret.called}`;
  const as = (...texts: readonly string[]) => texts.map((value) => ({ secret: { value } }));
  const { value: secret } = recipe.secret;
  return [
    suspect(
      'secret',
      'secret-trimmed',
      `Whitespace around the ${scheme.secret.called} was trimmed.`,
      ...as(secret.trim(), secret.trimStart(), secret.trimEnd()),
    ),
    suspect(
      'secret',
      'secret-with-whitespace',
      `${the} had leading or trailing whitespace.`,
      ...as(` ${secret}`, `${secret} `, ` ${secret} `, `${secret}\t`),
    ),
    suspect('secret', 'secret-with-newline', `${the} ended in a line break.`, ...as(`${secret}\n`, `${secret}\r\n`)),
    suspect('secret', 'secret-quoted', `${the} was in quotation marks.`, ...as(`"${secret}"`, `'${secret}'`)),
    suspect('secret', 'secret-not-set', `${the} was empty or not set.`, ...as('', 'undefined', 'null', 'None')),
    ...otherSecrets.map(([called, other]) =>
      suspect(
        'secret',
        'other-secret',
        `${show(called)} was used in place of the ${scheme.secret.called}.`,
        ...as(unwrap(other)),
      ),
    ),
  ];
}
