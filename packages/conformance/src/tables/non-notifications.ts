/** What anybody can send to the address of a shop. */
export const NON_NOTIFICATIONS: Readonly<Record<string, string | Uint8Array>> = {
  nothing: '',
  'a word': 'OK',
  'an empty object': '{}',
  'a list': '[]',
  'a page': '<!doctype html>',
  'bytes that are no UTF-8': new Uint8Array([0xc3, 0x28, 0xff]),
  'a megabyte': 'a'.repeat(1024 * 1024),
};
