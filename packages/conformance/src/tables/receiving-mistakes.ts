/** A body as a receiver passes it by mistake, from the genuine one. */
export type Mistake = (body: string) => unknown;

/** The usual mistakes of a receiver with the body of a notification. */
export const BODY_MISTAKES: Readonly<Record<string, Mistake>> = {
  'a body that was not read': () => undefined,
  'a body that was parsed': (body) => (body.startsWith('{') ? JSON.parse(body) : { ...fromForm(body) }) as unknown,
  'a promise of the body': (body) => Promise.resolve(body),
  'an empty body': () => '',
  'a body in base64': (body) => Buffer.from(body).toString('base64'),
  'a byte order mark in front': (body) => `\ufeff${body}`,
  'a multipart body': () => '--kit\r\nContent-Disposition: form-data; name="status"\r\n\r\nsuccess\r\n--kit--\r\n',
  'a body of another content type': (body) =>
    body.startsWith('{') ? 'status=success&amount=10.00' : JSON.stringify(fromForm(body)),
};

function fromForm(body: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(body));
}

/** The usual mistakes with the headers of a notification that is signed in a header. */
export const HEADER_MISTAKES: Readonly<Record<string, (name: string, value: string) => unknown>> = {
  'no headers': () => undefined,
  'null in place of headers': () => null,
  'an empty object of headers': () => ({}),
  'headers without the signature': () => new Headers({ host: 'kit.invalid' }),
  'two signatures': (name, value) => ({ [name]: [value, value] }),
};
