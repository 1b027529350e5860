/** The type of the body of a notification. */
export type NotificationBodyType = 'json' | 'form';

const NAMES: Readonly<Record<NotificationBodyType, string>> = {
  json: 'JSON',
  form: 'a form (application/x-www-form-urlencoded)',
};

/**
 * Recognises a body that something on the way has changed, after its signature turned out wrong or missing. Returns the
 * reason, `undefined` where nothing points to a mistake.
 */
export function mistakeInBody(bytes: Uint8Array, text: string, type: NotificationBodyType): string | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf)
    return 'the body starts with a byte order mark, which something on the way has added';
  if (isBase64OfBody(text)) return 'the body is base64: decode it first (some API gateways encode bodies)';
  const found = typeOf(text);
  if (found === undefined || found === type) return undefined;
  const name = found === 'multipart' ? 'multipart' : NAMES[found];
  return `the body is ${name}, and notifications of this provider are ${NAMES[type]}: pass the raw body unchanged`;
}

function typeOf(text: string): NotificationBodyType | 'multipart' | undefined {
  if (/^--[^\r\n]+\r?\ncontent-/i.test(text)) return 'multipart';
  if (/^\s*[[{]/.test(text)) return 'json';
  return /^[\w.%+-]+=/.test(text) ? 'form' : undefined;
}

function isBase64OfBody(text: string): boolean {
  if (!/^[A-Za-z0-9+/\s_-]{8,}={0,2}\s*$/.test(text)) return false;
  try {
    return typeOf(atob(text.replaceAll('-', '+').replaceAll('_', '/'))) !== undefined;
  } catch {
    return false;
  }
}

/** Returns whether a body is exactly what `JSON.stringify` writes, so that it may have been parsed before. */
export function isWrittenAgain(text: string): boolean {
  try {
    return /^\s*\{/.test(text) && JSON.stringify(JSON.parse(text)) === text;
  } catch {
    return false;
  }
}

/**
 * Writes a body as other JSON libraries do: with escaped slashes, with escaped letters, and with both. If one of these
 * has the signature, the body was parsed and serialized again.
 */
export function otherSpellings(text: string): string[] {
  const slashes = (json: string): string => json.replaceAll('/', String.raw`\/`);
  const letters = (json: string): string =>
    json.replace(/[\u0080-\uffff]/g, (unit) => String.raw`\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
  return [slashes(text), letters(text), letters(slashes(text))].filter((other) => other !== text);
}
