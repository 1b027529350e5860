// The single steps of a capture. `validate` and `read` are made of modules that no package exports; the rest is public.

/** One execution of each step of a provider, by name. `whole` returns a promise. */
export async function steps({ program, modules, url, id, response: { status, body }, signed }) {
  const { sample } = await import(program);
  const { checkRequest, parseResponseJson, requestSchema, responseSchema, safeParse } = await import(modules);

  const response = { status, headers: { 'content-type': 'application/json' }, body };
  const options = { ...sample.options, baseUrl: url + sample.path };
  const client = sample.create({ ...options, transport: { send: () => Promise.resolve(response) } });
  const { request } = sample;
  return {
    validate: () => checkRequest(id, requestSchema, request(), 'refused'),
    prepare: () => client.prepare(request()),
    read: () => safeParse(responseSchema, parseResponseJson(body)),
    whole: async () => {
      const result = await client.capture(request());
      if (result.status !== 'captured' && result.status !== 'pending') throw new Error(result.status);
    },
    ...(signed && { sign: () => sample.sign(signed.fields, signed.secret) }),
  };
}

/** Repeats a step, one execution after the other. Only asynchronous ones are awaited. */
export async function repeated(step, count) {
  for (let i = 0; i < count; i += 1) {
    const made = step();
    if (made instanceof Promise) await made;
  }
}
