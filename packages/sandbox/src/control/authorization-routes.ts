import type { NewAuthorization } from '../emulator/authorize.ts';
import type { AuthorizationCompletion } from '../options.ts';
import { given, money, provider, providerOf } from './parts.ts';
import type { Route } from './route.ts';

/** Authorizations. */
export const authorizationRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/authorizations',
    summary: 'Creates an authorization to capture. Pockyt has none: it charges a card.',
    body: {
      type: 'object',
      properties: {
        provider,
        amount: money,
        id: { type: 'string', description: 'Generated if omitted.' },
        reference: { type: 'string', description: "The merchant's own id of the payment. Test references work here." },
        capturesRepeatReference: {
          type: 'boolean',
          description: 'freepayment: false for captures without tracking_id.',
        },
        expiresAt: { type: 'string', description: 'ISO 8601. From then on the provider refuses to capture it.' },
        notificationUrl: { type: 'string', description: "freepayment's notification_url." },
      },
      required: ['provider', 'amount'],
    },
    status: 201,
    run: (sandbox, { body }) => sandbox.authorize(body as NewAuthorization),
  },
  {
    method: 'GET',
    path: '/authorizations',
    summary: 'The authorizations, oldest first, with what is captured and what is left.',
    query: { provider: 'Only those of this provider.' },
    run: ({ truth }, { query }) => truth.authorizations(given({ provider: providerOf(query['provider']) })),
  },
  {
    method: 'GET',
    path: '/authorizations/{provider}/{id}',
    summary: 'One authorization, with its captures.',
    run: ({ truth }, { path }) => {
      const filter = given({ provider: providerOf(path['provider']) });
      const found = truth.authorizations(filter).find(({ id }) => id === path['id']);
      return found && { ...found, captures: truth.captures({ ...filter, authorizationId: found.id }) };
    },
  },
  {
    method: 'POST',
    path: '/authorizations/{provider}/{id}/complete',
    summary: 'Ends a pending authorization.',
    body: {
      type: 'object',
      properties: { state: { type: 'string', enum: ['authorized', 'declined'] } },
      required: ['state'],
    },
    status: 204,
    run: (sandbox, { path, body }) => {
      const provider = providerOf(path['provider']);
      const { state } = body as Pick<AuthorizationCompletion, 'state'>;
      if (provider) sandbox.completeAuthorization({ provider, id: path['id'] ?? '', state });
    },
  },
];
