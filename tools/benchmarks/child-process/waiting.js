// Memory while many captures wait for a server that does not respond. Each wave begins when the server has the previous
// one.
import { connect } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { open, order, report } from './open.js';

const { port } = new URL(order.url);

const control = (what) =>
  new Promise((resolve, reject) => {
    let received = '';
    const socket = connect(Number(port), '127.0.0.1', () => socket.write(`GET /-/${what} HTTP/1.1\r\n\r\n`));
    socket.on('data', (chunk) => (received += chunk));
    socket.on('error', reject);
    socket.on('end', () => {
      socket.end();
      resolve(Number(received.split('\r\n\r\n')[1]));
    });
  });

const contender = await open();
await contender.capture();
await control('hold');
const waiting = [];
while (waiting.length < order.count) {
  const wave = Math.min(250, order.count - waiting.length);
  for (let i = 0; i < wave; i += 1) waiting.push(contender.capture());
  while ((await control('waiting')) < waiting.length) {
    // A capture that fails while it waits is reported at once.
    await Promise.race([delay(5), ...(waiting.length === wave ? waiting : [])]);
  }
}
const { rss } = process.memoryUsage();
await control('release');
await Promise.all(waiting);
report({ waiting: rss / 1e6, peak: process.resourceUsage().maxRSS / 1e3 });
