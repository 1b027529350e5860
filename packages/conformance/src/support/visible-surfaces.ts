import assert from 'node:assert/strict';
import type { WireRequest } from '@capture/core';
import type { SampleResponse, AnySubject, KitOptions } from '../subject.ts';
import { parseBody } from './received-request.ts';
import { toWireResponse } from './sample-responses.ts';
import { canariesOf, findLeak, type Canary } from './canaries.ts';
import { clientOf } from './client.ts';
import { respondingTransport } from './responding-transport.ts';
import { valueAt } from './paths.ts';
import { surfacesOf, withCapturedConsole } from './surfaces.ts';

/** Responds to a request, or fails. */
export type Responder = (wire: WireRequest) => SampleResponse | Promise<SampleResponse>;

/** Captures once, with hooks and a watched console, and returns everything that is visible from outside as strings. */
export async function visibleSurfaces(
  subject: AnySubject,
  respond: Responder,
): Promise<readonly (readonly [name: string, printed: string])[]> {
  const transport = respondingTransport(async (wire) => toWireResponse(await respond(wire)));
  return visibleSurfacesWith(subject, { transport });
}

/** The same with any options of the client. */
export async function visibleSurfacesWith(subject: AnySubject, options: Partial<KitOptions>) {
  const events: unknown[] = [];
  const keep = (event: unknown): void => void events.push(event);
  const hooks = { onRequest: keep, onResponse: keep, onResult: keep };
  const client = clientOf(subject, { hooks, ...options });
  const { value, written } = await withCapturedConsole(async () =>
    client.capture(subject.request).catch((error: unknown) => error),
  );
  return [
    ...surfacesOf('the result', value),
    ...events.flatMap((event, index) => surfacesOf(`the event of a hook (${index + 1})`, event)),
    ...surfacesOf('the client', client),
    ['the console', written] as const,
  ];
}

/** No surface contains one of the secrets, in any encoding. */
export function assertNoSecret(
  surfaces: readonly (readonly [name: string, printed: string])[],
  canaries: readonly Canary[],
): void {
  for (const [name, printed] of surfaces) {
    const leak = findLeak(printed, canaries);
    assert.ok(leak === undefined, `${name} contains ${leak ?? ''}`);
  }
}

/** Every secret of a subject, the signature of its sample request included. */
export function secretsOf(subject: AnySubject): readonly Canary[] {
  const field = subject.signature?.field;
  const { exactBody, headers, method, url } = clientOf(subject).prepare(subject.request);
  const body = exactBody?.reveal();
  const signature = field && body && valueAt(parseBody({ method, url, headers, body }), field);
  return [...canariesOf(subject), ...(typeof signature === 'string' ? [{ name: field ?? '', value: signature }] : [])];
}
