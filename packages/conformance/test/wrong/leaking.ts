import type { WrongProvider } from './planted.ts';
import { wrapTransport, rememberRequest, changeResult, lastRequestText, wrong, lastRequest } from './planted.ts';
import { InvalidRequestError } from '@capture/core';
import type { ClientUnderTest } from '../../src/index.ts';
import { createChangedToy } from '../toy.ts';
import { toySubject } from '../toy-subject.ts';

/** Providers that leak secrets. */
export const LEAKING: Readonly<Record<string, WrongProvider>> = {
  'keeps the request as the cause of its error': wrong(['X1'], {
    options: rememberRequest,
    client: changeResult((result) => {
      if (!('error' in result)) return result;
      const error = Object.create(result.error, { cause: { value: new Error(lastRequestText()) } }) as Error;
      return { ...result, error };
    }),
  }),
  'carries the request in its result': wrong(['X1', 'X4'], {
    options: rememberRequest,
    client: changeResult((result) => ({ ...result, request: lastRequestText() })),
  }),
  'hides the request under a symbol of its result': wrong(['X1'], {
    options: rememberRequest,
    client: changeResult((result) => Object.defineProperty({ ...result }, Symbol('request'), { value: lastRequest() })),
  }),
  'writes the request to the console': wrong(['X1'], {
    options: wrapTransport((inner, request, context) => {
      console.debug('sending', request);
      return inner.send(request, context);
    }),
  }),
  'passes the secrets to its hooks': wrong(['X1'], {
    options: (options) =>
      wrapTransport((inner, request, context) => {
        options.hooks?.onRequest?.({ provider: 'toy', operation: 'capture', call: 1, request });
        return inner.send(request, context);
      })(options),
  }),
  'encodes a secret instead of masking it': wrong(['X1'], {
    client: changeResult((result) => ({
      ...result,
      trace: Buffer.from(toySubject.credentials.secret).toString('base64'),
    })),
  }),
  'exposes what the server echoes': wrong(['X2'], {
    options: rememberRequest,
    client: (client, options) => {
      let body = '';
      const spy = wrapTransport(async (inner, request, context) => {
        const response = await inner.send(request, context);
        ({ body } = response);
        return response;
      })(options);
      const inner: ClientUnderTest = createChangedToy({}, { shop: 'S-1', ...spy });
      return changeResult((result) => ({ ...result, raw: body }))({
        ...client,
        capture: (request: never, call) => inner.capture(request, call),
      });
    },
  }),
  'keeps its options where printing shows them': wrong(['X6'], {
    client: (client, options) => ({ ...client, options }) as ClientUnderTest,
  }),
  'repeats an invalid value in the error': wrong(['I3'], {
    client: (client) => ({
      ...client,
      capture: (request: never, call) =>
        client.capture(request, call).catch((error: unknown) => {
          if (!InvalidRequestError.is(error)) throw error;
          const issues = error.issues.map(({ path, rule }) => ({
            path,
            rule: `${rule}, not ${JSON.stringify(request)}`,
          }));
          throw new InvalidRequestError({ provider: 'toy', issues });
        }),
    }),
  }),
};
