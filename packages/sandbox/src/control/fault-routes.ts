import type { Conditions } from '../faults/conditions.ts';
import { FAULTS } from '../faults/faults.ts';
import type { NewFaultRule } from '../faults/fault-rules.ts';
import { OPERATIONS } from '../emulator/emulator.ts';
import { provider } from './parts.ts';
import type { Route } from './route.ts';
import { ControlError } from './schema.ts';

const milliseconds = { type: 'integer', minimum: 0, maximum: 600_000 } as const;

/** Faults, latency and rate limits. */
export const faultRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/faults',
    summary: 'Sets a fault for the calls that fit: with `times` 1 for the next one only.',
    body: {
      type: 'object',
      properties: {
        fault: { type: 'string', enum: Object.keys(FAULTS) },
        provider,
        operation: { type: 'string', enum: OPERATIONS },
        reference: { type: 'string' },
        authorizationId: { type: 'string' },
        times: { type: 'integer', minimum: 1, maximum: 1_000_000, description: 'Calls until it is gone.' },
        probability: { type: 'number', minimum: 0, maximum: 1, description: 'From the seed of the sandbox.' },
      },
      required: ['fault'],
    },
    status: 201,
    run: ({ faults }, { body }) => faults.add(body as NewFaultRule),
  },
  {
    method: 'GET',
    path: '/faults',
    summary: 'The faults in force, the newest first: the first one that fits a call strikes it.',
    run: ({ faults }) => faults.list(),
  },
  {
    method: 'DELETE',
    path: '/faults',
    summary: 'Removes all faults.',
    status: 204,
    run: ({ faults }) => {
      faults.clear();
    },
  },
  {
    method: 'DELETE',
    path: '/faults/{id}',
    summary: 'Removes one fault.',
    status: 204,
    run: ({ faults }, { path }) => {
      if (!faults.remove(path['id'] ?? '')) throw new ControlError(404, 'There is no fault with this id.');
    },
  },
  {
    method: 'GET',
    path: '/conditions',
    summary: 'The latency and the rate limit.',
    run: ({ conditions }) => conditions.get(),
  },
  {
    method: 'PUT',
    path: '/conditions',
    summary: 'Sets latency, jitter, and a rate limit that lifts by itself. What is left out stays as it is.',
    body: {
      type: 'object',
      properties: {
        latencyMs: milliseconds,
        jitterMs: milliseconds,
        rateLimit: {
          type: 'object',
          nullable: true,
          description: 'Calls of one provider within a time; null lifts it.',
          properties: { calls: { type: 'integer', minimum: 0, maximum: 1_000_000 }, perMs: milliseconds },
          required: ['calls', 'perMs'],
        },
      },
    },
    run: ({ conditions }, { body }) => {
      const { rateLimit, ...rest } = body as Partial<Omit<Conditions, 'rateLimit'>> & { rateLimit?: Conditions['rateLimit'] | null }; // prettier-ignore
      return conditions.set({ ...rest, ...(rateLimit !== undefined && { rateLimit: rateLimit ?? undefined }) });
    },
  },
];
