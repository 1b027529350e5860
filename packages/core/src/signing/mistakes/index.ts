import { mistakesInDigest } from './in-digest.ts';
import { mistakesInFields } from './in-fields.ts';
import { mistakesInText } from './in-text.ts';
import type { Inquiry, Suspect } from './suspect.ts';
import { mistakesWithSecret } from './with-secret.ts';

/**
 * All mistakes of the search, the most usual first: where the bounds are reached, the last ones are not tried in pairs.
 */
export function suspects(inquiry: Inquiry): Suspect[] {
  return [
    ...mistakesInText(inquiry),
    ...mistakesWithSecret(inquiry),
    ...mistakesInDigest(inquiry),
    ...mistakesInFields(inquiry),
  ];
}
