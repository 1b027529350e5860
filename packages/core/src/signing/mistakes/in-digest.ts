import { isAvailable } from '../digest.ts';
import { DIGESTS } from '../digests.ts';
import { FORM_NAMES, type DigestForm } from '../encodings.ts';
import { suspect, type Inquiry, type Suspect } from './suspect.ts';

const FORMS: readonly (readonly [form: DigestForm, id: string])[] = [
  ['upper-case-hex', 'digest-upper-case'],
  ['lower-case-hex', 'digest-lower-case'],
  ['base64', 'digest-base64'],
  ['base64-of-hex', 'digest-base64-of-hex'],
];

/** Mistakes in the digest and its encoding. */
export function mistakesInDigest({ recipe, scheme, theirs }: Inquiry): Suspect[] {
  const { algorithm, form } = recipe.digest;
  const others = DIGESTS.filter((other) => other.name !== algorithm.name && isAvailable(other));
  const suspects = others.flatMap((other) => {
    const id = `digest-${other.name.toLowerCase()}`;
    const all = `It was computed with ${other.name}, not with ${algorithm.name}`;
    const outside = suspect('digest', `${id}-outside`, `${all}; the ${scheme.secret.called} was not.`, {
      digest: { algorithm: other },
    });
    const everywhere = suspect('digest', id, `${all}.`, { digest: { algorithm: other }, secret: { digest: other } });
    return recipe.secret.as === 'plain' ? [everywhere] : [everywhere, outside];
  });
  for (const [other, id] of FORMS.filter(([each]) => each !== form))
    suspects.push(
      suspect('form', id, `The digest was encoded as ${FORM_NAMES[other]}, not as ${FORM_NAMES[form]}.`, {
        digest: { form: other },
      }),
    );
  const before = theirs.slice(0, theirs.length - theirs.trimStart().length);
  const after = theirs.slice(theirs.trimEnd().length);
  if (before + after === '') return suspects;
  const stray = 'The signature has leading or trailing whitespace.';
  return [...suspects, suspect('around', 'digest-with-whitespace', stray, { digest: { around: [before, after] } })];
}
