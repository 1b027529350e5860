import { request } from 'undici';
import { body, HEADERS, PATH, read } from './work.js';

export function open({ url }) {
  return {
    async capture() {
      const answer = await request(url + PATH, { method: 'POST', headers: HEADERS, body: body() });
      return read(answer.statusCode, await answer.body.text());
    },
  };
}
