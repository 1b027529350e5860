import { Agent, request } from 'node:http';
import { body, HEADERS, PATH, read } from './work.js';

const post = (url, agent) =>
  new Promise((resolve, reject) => {
    const content = body();
    const headers = { ...HEADERS, 'content-length': Buffer.byteLength(content) };
    const sent = request(url + PATH, { method: 'POST', headers, agent }, (response) => {
      const chunks = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        try {
          resolve(read(response.statusCode, Buffer.concat(chunks).toString()));
        } catch (error) {
          reject(error);
        }
      });
    });
    sent.on('error', reject);
    sent.end(content);
  });

/** A connection for each request, or an agent that keeps them. */
export function open({ url, kept }) {
  const agent = kept ? new Agent({ keepAlive: true }) : false;
  return { capture: () => post(url, agent), close: () => agent && agent.destroy() };
}
