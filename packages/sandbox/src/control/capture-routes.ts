import type { PendingCompletion } from '../options.ts';
import { given, providerOf } from './parts.ts';
import type { Route } from './route.ts';

/** Captures as they really are. */
export const captureRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/captures',
    summary: 'The captures that were really made, oldest first; declined ones included, refused requests not.',
    query: {
      provider: 'Only those of this provider.',
      reference: 'Only those with this reference.',
      authorizationId: 'Only those of this authorization.',
    },
    run: ({ truth }, { query: { provider, reference, authorizationId } }) =>
      truth.captures(given({ provider: providerOf(provider), reference, authorizationId })),
  },
  {
    method: 'GET',
    path: '/captures/{provider}/{captureId}',
    summary: 'One capture.',
    run: ({ truth }, { path }) =>
      truth
        .captures(given({ provider: providerOf(path['provider']) }))
        .find(({ captureId }) => captureId === path['captureId']),
  },
  {
    method: 'POST',
    path: '/captures/{provider}/{captureId}/complete',
    summary: 'Ends a pending capture, and queues the notification that reports it.',
    body: {
      type: 'object',
      properties: { state: { type: 'string', enum: ['captured', 'declined'] } },
      required: ['state'],
    },
    status: 204,
    run: (sandbox, { path, body }) => {
      const provider = providerOf(path['provider']);
      const { state } = body as Pick<PendingCompletion, 'state'>;
      if (provider) sandbox.completePending({ provider, captureId: path['captureId'] ?? '', state });
    },
  },
];
