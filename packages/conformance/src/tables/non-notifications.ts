/** Requests that anyone can send to a webhook endpoint. */
export const NON_NOTIFICATIONS: Readonly<Record<string, string | Uint8Array>> = {
  'an empty body': '',
  'a word': 'OK',
  'an empty object': '{}',
  'an array': '[]',
  'an HTML page': '<!doctype html>',
  'bytes that are not UTF-8': new Uint8Array([0xc3, 0x28, 0xff]),
  'a megabyte': 'a'.repeat(1024 * 1024),
};
