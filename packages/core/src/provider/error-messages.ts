/**
 * Collects the messages in nested errors, such as validators return: a string, an array of strings, or objects of
 * either. `{ request: { amount: ['is missing'] } }` reads `request.amount: is missing`. A name without a message is
 * listed by itself, because it identifies the field.
 */
export function errorMessages(errors: unknown, path = ''): string[] {
  const members = typeof errors === 'object' && errors !== null ? Object.entries(errors) : [];
  if (members.length > 0)
    return members.flatMap(([name, one]) => errorMessages(one, Array.isArray(errors) ? path : join(path, name, '.')));
  const message = typeof errors === 'string' ? errors : typeof errors === 'object' ? '' : JSON.stringify(errors);
  return [join(path, message, ': ')].filter((line) => line !== '');
}

function join(before: string, after: string, between: string): string {
  return [before, after].filter((part) => part !== '').join(between);
}
