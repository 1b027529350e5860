import { body, HEADERS, PATH, read } from './work.js';

export function open({ url }) {
  return {
    async capture() {
      const response = await fetch(url + PATH, { method: 'POST', headers: HEADERS, body: body() });
      return read(response.status, await response.text());
    },
  };
}
