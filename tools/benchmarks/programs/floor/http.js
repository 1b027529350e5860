import { Agent, request } from 'node:http';
import { body, HEADERS, PATH, read } from './work.js';

const post = (url, agent) =>
  new Promise((resolve, reject) => {
    const text = body();
    const headers = { ...HEADERS, 'content-length': Buffer.byteLength(text) };
    const sent = request(url + PATH, { method: 'POST', headers, agent }, (answer) => {
      const chunks = [];
      answer.on('data', (chunk) => chunks.push(chunk));
      answer.on('error', reject);
      answer.on('end', () => {
        try {
          resolve(read(answer.statusCode, Buffer.concat(chunks).toString()));
        } catch (error) {
          reject(error);
        }
      });
    });
    sent.on('error', reject);
    sent.end(text);
  });

/** A connection for each request, or an agent that keeps them. */
export function open({ url, kept }) {
  const agent = kept ? new Agent({ keepAlive: true }) : false;
  return { capture: () => post(url, agent), close: () => agent && agent.destroy() };
}
