// Gives everything that a caller receives to loggers, and to what clones. Prints how many ways were tried, and each
// that threw or lost a fact.
import { Writable } from 'node:stream';
import { Worker } from 'node:worker_threads';
import { once } from 'node:events';
import { money } from '@capture/core';
import * as results from '@capture/core/testing';
import { createFreepayment } from '@capture/freepayment';
import { createSandbox } from '@capture/sandbox';
import { pino } from 'pino';
import { serializeError } from 'serialize-error';
import winston from 'winston';

const provider = 'freepayment';
const caught = (run) => {
  try {
    run();
  } catch (error) {
    return error;
  }
};

/** Everything that a hook receives in a capture whose response is lost, and in its lookup. */
async function hookEvents() {
  const events = [];
  const listen = (name) => (event) => void events.push([name, event]);
  const hooks = Object.fromEntries(
    ['onRequest', 'onResponse', 'onResult', 'onLookup'].map((one) => [one, listen(one)]),
  );
  const faults = ({ operation }) => (operation === 'capture' ? 'commit-then-drop' : undefined);
  const sandbox = createSandbox({ faults });
  const options = { ...sandbox.credentials.freepayment, environment: 'live', fetch: sandbox.fetch, hooks };
  const client = createFreepayment(options);
  const amount = money('0.10', 'USD');
  await client.capture({ authorizationId: '1-310b0da80b', amount }, { knownCaptureIds: [] });
  await client.lookup({ authorizationId: '1-310b0da80b', amount, knownCaptureIds: [] });
  return events;
}

// A fresh one for each way: loggers mark what they are given.
const made = {
  captured: () => results.capturedResult({ provider, captureId: 'c-1' }),
  pending: () => results.pendingResult({ provider }),
  declined: () => results.declinedResult({ provider, code: 'card_expired' }),
  unsent: () => results.unsentResult({ provider }),
  unknown: () => results.unknownResult({ provider, reference: 'order-1042' }),
  lookup: () => results.lookupResult({ provider, status: 'not-found' }),
  DeclinedError: () => made.declined().error,
  UnsentError: () => made.unsent().error,
  UnknownOutcomeError: () => made.unknown().error,
  InvalidRequestError: () => caught(() => createFreepayment({ shopId: '1', secretKey: 's', environment: 'live' }).prepare({})), // prettier-ignore
  InvalidOptionsError: () => caught(() => createFreepayment({})),
  InvalidAmountError: () => caught(() => money('0.101', 'USD')),
};
const names = (await hookEvents()).map(([name], index) => [name, index]);
for (const [name, index] of names) made[`${index} ${name}`] = (events) => events[index][1];

/** The facts that have to arrive: of errors, at any depth, and what identifies the rest. */
function factsOf(value, found = []) {
  if (typeof value !== 'object' || value === null) return found;
  for (const name of ['code', 'advice', 'status', 'captureId', 'provider', 'operation'])
    if (typeof value[name] === 'string') found.push(value[name]);
  for (const { path, rule } of value.issues ?? []) found.push(path, rule);
  for (const inner of Object.values(value)) factsOf(inner, found);
  return found;
}

let lines = [];
const sink = { write: (line) => void lines.push(line) };
const stream = () => new Writable({ write: (line, _encoding, done) => (lines.push(String(line)), done()) });
const winstonWith = (...formats) =>
  winston.createLogger({
    format: winston.format.combine(...formats, winston.format.json()),
    transports: [new winston.transports.Stream({ stream: stream() })],
  });
const plain = winstonWith();
const stacked = winstonWith(winston.format.errors({ stack: true }), winston.format.timestamp());
const logger = pino({}, sink);
const serializing = pino({ serializers: { error: pino.stdSerializers.errWithCause } }, sink);
const worker = new Worker("const { parentPort } = require('node:worker_threads'); parentPort.on('message', (one) => parentPort.postMessage(one));", { eval: true }); // prettier-ignore
const overAWorker = async (value) => {
  worker.postMessage(value);
  return (await once(worker, 'message'))[0];
};
/** An error is sent as its `toJSON()`, as the documentation says; a result as it is. */
const sendable = (value) => (value instanceof Error ? value.toJSON() : value);

const ways = {
  'pino: it': (value) => logger.error(value),
  'pino: it, with a message': (value) => logger.error(value, 'the capture'),
  'pino: as err': (value) => logger.error({ err: value }, 'the capture'),
  'pino: as a member': (value) => logger.error({ given: value }),
  'pino: with a serializer': (value) => serializing.error({ error: value }),
  'pino: of a child': (value) => logger.child({ given: value }).error('the capture'),
  'winston: it': (value) => plain.error(value),
  'winston: after a message': (value) => plain.error('the capture', value),
  'winston: as a member': (value) => plain.error('the capture', { given: value }),
  'winston: as an entry': (value) => plain.log({ level: 'error', message: 'the capture', given: value }),
  'winston: it, with stacks': (value) => stacked.error(value),
  'winston: after a message, with stacks': (value) => stacked.error('the capture', value),
  'winston: of a child': (value) => stacked.child({ given: value }).error('the capture'),
  JSON: (value) => void lines.push(JSON.stringify(value)),
  'serialize-error': (value) => void lines.push(JSON.stringify(serializeError(value))),
  structuredClone: (value) => void lines.push(JSON.stringify(structuredClone(sendable(value)))),
  'a worker': async (value) => void lines.push(JSON.stringify(await overAWorker(sendable(value)))),
};

let tried = 0;
const lost = [];
for (const [way, give] of Object.entries(ways)) {
  const events = await hookEvents();
  for (const [what, make] of Object.entries(made)) {
    const value = make(events);
    const facts = factsOf(value);
    lines = [];
    try {
      await give(value);
      // Once more: a mark of the first time must not be in the way.
      await give(value);
      await new Promise(setImmediate);
      for (const fact of facts)
        if (
          !lines.length ||
          !lines.filter((line) => line.trim() !== '').every((line) => line.includes(JSON.stringify(fact)))
        )
          lost.push({ way, what, fact });
      if (facts.length === 0) lost.push({ way, what, fact: 'no fact to look for' });
    } catch (error) {
      lost.push({ way, what, error: String(error) });
    }
    tried += 1;
  }
}
await worker.terminate();
const levelOfWinston = made.declined().error;
plain.error(levelOfWinston);
console.log(JSON.stringify({ tried, level: levelOfWinston.level, lost }));
