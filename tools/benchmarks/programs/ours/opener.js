/**
 * One client for the whole program, as users have it; each capture builds a new request and accepts `captured` or
 * `pending`.
 */
export const opener =
  ({ create, options, path, request }) =>
  ({ url, transport }) => {
    const client = create({ ...options, baseUrl: url + path, transport });
    return {
      async capture() {
        const result = await client.capture(request());
        if (result.status !== 'captured' && result.status !== 'pending') throw result.error;
        return result.captureId;
      },
    };
  };
