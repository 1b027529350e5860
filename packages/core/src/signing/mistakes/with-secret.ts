import { open } from '../../secrets/secret.ts';
import type { Recipe } from '../recipe.ts';
import { suspect, type Inquiry, type Suspect } from './suspect.ts';

/** What can go wrong with the secret. */
export function mistakesWithSecret(inquiry: Inquiry): Suspect[] {
  return [...inPlace(inquiry), ...inHashing(inquiry), ...inSecret(inquiry)];
}

function inPlace({ recipe: { between, place, glue, secretAs }, scheme }: Inquiry): Suspect[] {
  const { called } = scheme.secret;
  const glues = [...new Set([between, glue, ''])];
  const moved = (to: 'start' | 'end') => glues.map((each) => ({ place: to, glue: each }));
  const suspects = [suspect('place', 'secret-left-out', `The ${called} was left out.`, { place: 'nowhere' })];
  const add = (id: string, done: string, ...changes: readonly Partial<Recipe>[]) =>
    suspects.push(suspect('place', id, `The ${called} ${done}.`, ...changes));
  if (place !== 'end') add('secret-appended', 'was put after the text', ...moved('end'));
  if (place !== 'start') add('secret-prepended', 'was put before the text', ...moved('start'));
  if (place === 'key') {
    add('secret-and-text-swapped', 'was signed, with the text as the key', { place: 'message' });
    return suspects;
  }
  add('secret-as-key', 'was the key of an HMAC, not a part of the text', { place: 'key', secretAs: 'plain' });
  if (secretAs === 'hashed') add('secret-hash-as-key', 'was, hashed, the key of an HMAC', { place: 'key' });
  if (glue === '') return suspects;
  const nothing = `Nothing was put between the fields and the ${called}.`;
  return [...suspects, suspect('glue', 'secret-without-separator', nothing, { glue: '' })];
}

function inHashing({ recipe: { secretAs }, scheme }: Inquiry): Suspect[] {
  const the = `The ${scheme.secret.called}`;
  if (secretAs === 'plain')
    return [suspect('hashing', 'secret-hashed', `${the} was hashed first.`, { secretAs: 'hashed' })];
  return [
    suspect('hashing', 'secret-not-hashed', `${the} was not hashed.`, { secretAs: 'plain' }),
    suspect('hashing', 'secret-hashed-twice', `${the} was hashed twice.`, { secretAs: 'hashed twice' }),
    suspect('hashing', 'secret-hash-upper-case', `The hash of the ${scheme.secret.called} was in upper case.`, {
      secretAs: 'hashed in upper case',
    }),
  ];
}

function inSecret({ recipe: { secret }, scheme, otherSecrets, show }: Inquiry): Suspect[] {
  const the = `The ${scheme.secret.called}`;
  const as = (...texts: readonly string[]) => texts.map((text) => ({ secret: text }));
  return [
    suspect(
      'secret',
      'secret-trimmed',
      `Blanks around the ${scheme.secret.called} were cut off.`,
      ...as(secret.trim(), secret.trimStart(), secret.trimEnd()),
    ),
    suspect(
      'secret',
      'secret-with-blanks',
      `${the} had a blank before or after it.`,
      ...as(` ${secret}`, `${secret} `, ` ${secret} `, `${secret}\t`),
    ),
    suspect('secret', 'secret-with-newline', `${the} ended in a line break.`, ...as(`${secret}\n`, `${secret}\r\n`)),
    suspect('secret', 'secret-quoted', `${the} had quotation marks around it.`, ...as(`"${secret}"`, `'${secret}'`)),
    suspect('secret', 'secret-not-set', `${the} was empty or not set.`, ...as('', 'undefined', 'null', 'None')),
    ...otherSecrets.map(([called, other]) =>
      suspect(
        'secret',
        'other-secret',
        `${show(called)} was used in place of the ${scheme.secret.called}.`,
        ...as(open(other)),
      ),
    ),
  ];
}
