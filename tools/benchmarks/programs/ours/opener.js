const clientOf = ({ create, options, path }, { url, transport, fetch }) =>
  create({ ...options, baseUrl: url + path, transport, fetch });

const accepted = (result) => {
  if (result.status !== 'captured' && result.status !== 'pending') throw result.error;
  return result.captureId;
};

/**
 * One client for the whole program, as users have it; each capture builds a new request and accepts `captured` or
 * `pending`.
 */
export const opener = (sample) => (at) => {
  const client = clientOf(sample, at);
  return { capture: async () => accepted(await client.capture(sample.request())) };
};

/** The same for lookups, which measure kept connections: a capture never has one. */
export const lookupOpener = (sample) => (at) => {
  const client = clientOf(sample, at);
  return { capture: async () => accepted(await client.lookup(sample.keys)) };
};
