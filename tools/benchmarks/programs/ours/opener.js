/** One client for the whole program, as a user has it; each capture makes its request anew and believes nothing but `captured` or `pending`. */
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
