import type { WrongProvider } from './planted.ts';
import { wrapTransport, rememberRequest, changeResult, lastRequestText, wrong, lastRequest } from './planted.ts';
import { InvalidRequestError } from '@capture/core';
import * as v from 'valibot';
import type { ClientUnderTest } from '../../src/index.ts';
import { createChangedToy, encode, judge, requestSchema } from '../toy.ts';
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
  'joins the parts of an id, and so hides a security code in it': wrong(['X2'], {
    definition: {
      judge: (response, context) => {
        const { payment } = response;
        return judge(
          { ...response, payment: payment && { ...payment, id: payment.id?.replaceAll(' ', '-') } },
          context,
        );
      },
    },
  }),
  'takes its text apart before it can be checked': wrong(['X13', 'X14'], {
    definition: {
      request: v.strictObject({
        ...requestSchema.entries,
        note: v.optional(v.pipe(v.string(), v.transform((note) => Array.from(note)))), // prettier-ignore
      }) as never,
      encode: (request) => encode({ ...request, note: Array.from(request.note ?? '').join('') || undefined }),
    },
  }),
  'takes any text of its caller': wrong(['X14'], {
    definition: { request: v.strictObject({ ...requestSchema.entries, note: v.optional(v.string()) }) },
  }),
  'writes the words of the provider into its message': wrong(['X15'], {
    client: changeResult((result) => {
      if (!('error' in result)) return result;
      const message = `${result.error.message} (${result.error.providerMessage ?? ''})`;
      return { ...result, error: Object.create(result.error, { message: { value: message } }) as Error };
    }),
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
  'offers a card for storing': wrong(['X16'], {
    client: (client) => ({
      ...client,
      prepare: (request: never, options) => ({ ...client.prepare(request, options), storable: request }),
    }),
  }),
};
