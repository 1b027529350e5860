import * as v from 'valibot';

/** A string of this form. `rule` names it, for example `must be 3 or 4 digits`. */
export function matching(pattern: RegExp, rule: string) {
  return v.pipe(
    v.string(),
    v.check((value) => pattern.test(value), rule),
  );
}

/** A whole number from 1, such as a quantity. */
export function wholeNumber() {
  const rule = 'must be a whole number from 1';
  return v.pipe(
    v.number(rule),
    v.check((value) => Number.isSafeInteger(value) && value > 0, rule),
  );
}
