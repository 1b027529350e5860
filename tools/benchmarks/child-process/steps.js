// The steps of one capture by themselves. `validate` and the schema of `read` are rooms of the package that it does not export; the rest is public.
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

/** What each step of a provider does once, by name. `whole` gives a promise. */
export async function steps({ program, url, id, answer: { status, body }, signed }) {
  const require = createRequire(program);
  const at = (entrance, room) => import(new URL(room, pathToFileURL(require.resolve(entrance))));
  const entrance = `@capture/${id}`;

  const { sample } = await import(program);
  const { requestSchema } = await at(entrance, './request.js');
  const { answerSchema } = await at(entrance, './response.js');
  const { checkRequest } = await at('@capture/core/provider', './schemas/validation.js');
  const fromOurs = createRequire(require.resolve(entrance));
  const { safeParse } = await import(new URL('./index.mjs', pathToFileURL(fromOurs.resolve('valibot'))));
  const { parseStrictJson } = await at('@capture/core/provider', './provider.js');
  const ours = await at(entrance, './index.js');

  const answer = { status, headers: { 'content-type': 'application/json' }, body };
  const options = { ...sample.options, baseUrl: url + sample.path };
  const client = sample.create({ ...options, transport: { send: () => Promise.resolve(answer) } });
  const { request } = sample;
  return {
    validate: () => checkRequest(id, requestSchema, request()),
    prepare: () => client.prepare(request()),
    read: () => safeParse(answerSchema, parseStrictJson(body)),
    whole: async () => {
      const result = await client.capture(request());
      if (result.status !== 'captured' && result.status !== 'pending') throw new Error(result.status);
    },
    ...(signed && { sign: () => ours[signed.name](signed.fields, signed.secret) }),
  };
}

/** A step so many times, one after the other. Only what is asynchronous is waited for. */
export async function repeated(step, count) {
  for (let i = 0; i < count; i += 1) {
    const made = step();
    if (made instanceof Promise) await made;
  }
}
