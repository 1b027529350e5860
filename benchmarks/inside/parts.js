// The steps of one capture by themselves, in µs of CPU. `validate` and the schema of `read` are rooms of the package that it does not export; the rest is public.
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { order, tell } from './open.js';

const require = createRequire(order.program);
const at = (entrance, room) => import(new URL(room, pathToFileURL(require.resolve(entrance))));
const entrance = `@capture/${order.id}`;

const { sample } = await import(order.program);
const { requestSchema } = await at(entrance, './request.js');
const { answerSchema } = await at(entrance, './response.js');
const { checkRequest } = await at('@capture/core/provider', './validation.js');
const { parseStrictJson } = await at('@capture/core/provider', './index.js');
const fromOurs = createRequire(require.resolve(entrance));
const { safeParse } = await import(new URL('./index.mjs', pathToFileURL(fromOurs.resolve('valibot'))));
const ours = await at(entrance, './index.js');

const answer = {
  status: order.answer.status,
  headers: { 'content-type': 'application/json' },
  body: order.answer.body,
};
const options = { ...sample.options, baseUrl: order.url + sample.path };
const client = sample.create({ ...options, transport: { send: () => Promise.resolve(answer) } });
const { request } = sample;

const steps = {
  validate: () => checkRequest(order.id, requestSchema, request()),
  prepare: () => client.prepare(request()),
  read: () => safeParse(answerSchema, parseStrictJson(answer.body)),
  whole: async () => {
    const { status } = await client.capture(request());
    if (status !== 'captured' && status !== 'pending') throw new Error(status);
  },
};
const { fields, name, secret } = order.signed ?? {};
if (order.signed) steps.sign = () => ours[name](fields, secret);

const figures = {};
for (const [step, run] of Object.entries(steps)) {
  for (let i = 0; i < order.count / 2; i += 1) await run();
  const cpu = process.cpuUsage();
  if (step === 'whole') for (let i = 0; i < order.count; i += 1) await run();
  else for (let i = 0; i < order.count; i += 1) run();
  const { user, system } = process.cpuUsage(cpu);
  figures[step] = (user + system) / order.count;
}
tell(figures);
