import {
  ASCII,
  cardNumberOf,
  encodedFormsOf,
  plainFormsOf,
  secretPatterns,
  type SecretPatterns,
} from './secret-forms.ts';
import { unwrap, type Secret } from './secret.ts';

/** Longer than the part of a card number that responses show, and whole groups of base64. */
const PREFIX_LENGTH = 9;

/** A cheap test that every string passes that contains a secret in any form. */
interface Prefilter {
  /**
   * The beginning of each plain form, in lower case. Absent for secrets beyond ASCII: a pattern and `toLowerCase`
   * differ there on which letters are the same.
   */
  readonly plain: readonly string[] | undefined;
  /** The letters and digits at the beginning of hex and base64, in lower case. */
  readonly encoded: readonly string[];
}

/** A string that is searched for secrets, in the forms in which prefilters read it. */
export class SearchedText {
  readonly text: string;
  #lower: string | undefined;
  #letters: string | undefined;
  #numbers: string | undefined;

  constructor(text: string) {
    this.text = text;
  }

  get lower(): string {
    return (this.#lower ??= spaced(this.text.toLowerCase()));
  }

  get letters(): string {
    return (this.#letters ??= squeezed(this.lower));
  }

  get numbers(): string {
    return (this.#numbers ??= this.letters.replace(/[a-z]+/g, ''));
  }
}

/** A secret, with all that a search for it needs. Nothing is computed before it is needed. */
export class KnownSecret {
  readonly value: string;
  readonly cardNumber: string | undefined;
  #prefilter: Prefilter | undefined;
  #patterns: SecretPatterns | undefined;

  constructor(value: string) {
    this.value = value;
    this.cardNumber = cardNumberOf(value);
  }

  /**
   * Tests whether a string might contain the secret in any form. Fast, and certain where it returns `false`: hardly any
   * string contains one, and {@link KnownSecret.patterns} are costly to build.
   */
  mightBeIn(searched: SearchedText): boolean {
    // No form is shorter than the secret itself.
    if (searched.text.length < this.value.length) return false;
    const { plain, encoded } = (this.#prefilter ??= createPrefilter(this.value));
    if (!plain) return true;
    return (
      plain.some((form) => searched.lower.includes(form)) ||
      encoded.some((form) => searched.letters.includes(form)) ||
      (this.cardNumber !== undefined && searched.numbers.includes(this.cardNumber))
    );
  }

  get patterns(): SecretPatterns {
    return (this.#patterns ??= secretPatterns(this.value));
  }
}

/** What is known of the secrets that stay, such as the credentials of a client, for as long as they do. */
const known = new WeakMap<Secret, KnownSecret>();

/** A secret, ready to be searched for. */
export function knownSecret(secret: string | Secret): KnownSecret {
  if (typeof secret === 'string') return new KnownSecret(secret);
  const found = known.get(secret) ?? new KnownSecret(unwrap(secret));
  known.set(secret, found);
  return found;
}

function createPrefilter(secret: string): Prefilter {
  if (!ASCII.test(secret)) return { plain: undefined, encoded: [] };
  const { hex = [], base64 } = encodedFormsOf(secret.slice(0, PREFIX_LENGTH));
  return {
    plain: plainFormsOf(secret).map((form) => spaced(form.slice(0, PREFIX_LENGTH).toLowerCase())),
    encoded: [hex, base64].flat().map((form) => squeezed(form.toLowerCase())),
  };
}

/** Forms write a space as `+`. */
function spaced(text: string): string {
  return text.replaceAll('+', ' ');
}

function squeezed(lower: string): string {
  return lower.replace(/[^\da-z]+/g, '');
}
