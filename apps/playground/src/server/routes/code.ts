import { TransportError, type Transport, type WireRequest } from '@capture/core';
import { requireProvider } from '../../providers/index.ts';
import { curlOf } from '../code/curl.ts';
import { typescriptOf } from '../code/typescript.ts';
import { checkForm } from '../form/check-form.ts';
import { readBody } from '../http/read-body.ts';
import type { Handler, RouteContext } from './route-context.ts';
import { codeRequest } from './schemas.ts';

/** Writes a form as code, for the sandbox only. */
export function code({ sandbox, targets }: RouteContext): Handler {
  return async (context) => {
    const { provider: id, values, fault } = await readBody(context, codeRequest);
    const provider = requireProvider(id);
    const recorder = recordRequest();
    const client = targets.sandbox(provider, { fault, transport: recorder.transport });
    const request = checkForm(client, provider, values);
    const prepared = client.prepare(request as never);
    if (prepared.reference !== undefined) request['reference'] = prepared.reference;
    const masked = client.prepare(request as never);
    await client.capture(request as never);
    const authorization = sandbox.truth
      .authorizations({ provider: id })
      .find((one) => one.id === request['authorizationId'] && one.id !== provider.sample['authorizationId']);
    const card = request['card'] as Readonly<Record<string, string>> | undefined;
    return context.json({
      typescript: typescriptOf({ provider, request: withoutGeneratedReference(request, values), fault, authorization }),
      curl: curlOf(recorder.sent(), masked, card),
    });
  };
}

/** Drops the reference where the form has none: the copied program generates its own. */
function withoutGeneratedReference(
  request: Readonly<Record<string, unknown>>,
  values: Readonly<Record<string, string>>,
): Readonly<Record<string, unknown>> {
  const { reference, ...rest } = request;
  return (values['reference'] ?? '') === '' ? rest : { ...rest, reference };
}

/** A transport that keeps the exact request and sends nothing. */
function recordRequest(): { readonly transport: Transport; readonly sent: () => WireRequest } {
  let sent: WireRequest | undefined;
  return {
    transport: {
      send: (request) => {
        sent = request;
        return Promise.reject(new TransportError('unsent', 'aborted'));
      },
    },
    sent: () => {
      if (!sent) throw new Error('nothing was encoded');
      return sent;
    },
  };
}
