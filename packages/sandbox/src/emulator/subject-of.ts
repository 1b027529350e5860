import type { Ledger } from '../state/ledger.ts';
import type { Emulator, RequestSubject } from './emulator.ts';
import type { EmulatorRequest } from './http-types.ts';
import { stringAt } from './json.ts';
import { Rejection } from './rejection.ts';

/** The payment that a request is about. The reference that a capture inherits is the authorization's. */
export function subjectOf({ provider, idsIn }: Emulator, request: EmulatorRequest, ledger: Ledger): RequestSubject {
  const { id, reference, authorizationId, captureId } = idsIn(request);
  if (id !== undefined)
    return { reference, [ledger.authorization(provider, id) ? 'authorizationId' : 'captureId']: id };
  const inherited = authorizationId === undefined ? undefined : ledger.authorization(provider, authorizationId);
  return { reference: reference ?? inherited?.reference, authorizationId, captureId };
}

/** The string at a dotted path of the body, or `undefined`. */
export function idAt({ body }: EmulatorRequest, path: string): string | undefined {
  return body instanceof Rejection ? undefined : stringAt(body, path);
}

/** The segment of the path that the pattern captures last, decoded, or `undefined`. */
export function idInPath({ path }: EmulatorRequest, pattern: RegExp): string | undefined {
  const segment = pattern.exec(path)?.at(-1);
  try {
    return segment === undefined ? undefined : decodeURIComponent(segment);
  } catch {
    return undefined;
  }
}
