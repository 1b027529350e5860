// The single steps of a capture. `validate` and the schema of `read` are modules that the package does not export; the
// rest is public.
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

/** One execution of each step of a provider, by name. `whole` returns a promise. */
export async function steps({ program, url, id, response: { status, body }, signed }) {
  const require = createRequire(program);
  const at = (entrance, module) => import(new URL(module, pathToFileURL(require.resolve(entrance))));
  const entrance = `@capture/${id}`;

  const { sample } = await import(program);
  const { requestSchema } = await at(entrance, './request.js');
  const { responseSchema } = await at(entrance, './response.js');
  const { checkRequest } = await at('@capture/core/provider', './schemas/validation.js');
  const fromOurs = createRequire(require.resolve(entrance));
  const { safeParse } = await import(new URL('./index.mjs', pathToFileURL(fromOurs.resolve('valibot'))));
  const { parseStrictJson } = await at('@capture/core/provider', './provider.js');
  const ours = await at(entrance, './index.js');

  const response = { status, headers: { 'content-type': 'application/json' }, body };
  const options = { ...sample.options, baseUrl: url + sample.path };
  const client = sample.create({ ...options, transport: { send: () => Promise.resolve(response) } });
  const { request } = sample;
  return {
    validate: () => checkRequest(id, requestSchema, request()),
    prepare: () => client.prepare(request()),
    read: () => safeParse(responseSchema, parseStrictJson(body)),
    whole: async () => {
      const result = await client.capture(request());
      if (result.status !== 'captured' && result.status !== 'pending') throw new Error(result.status);
    },
    ...(signed && { sign: () => ours[signed.name](signed.fields, signed.secret) }),
  };
}

/** Repeats a step, one execution after the other. Only asynchronous ones are awaited. */
export async function repeated(step, count) {
  for (let i = 0; i < count; i += 1) {
    const made = step();
    if (made instanceof Promise) await made;
  }
}
