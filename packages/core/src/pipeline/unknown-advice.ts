import { canDecide } from '../contract/can-decide.ts';
import type { Capabilities } from '../contract/capabilities.ts';
import type { LookupKeys } from '../contract/result.ts';
import { inquiry } from './inquiry.ts';

/** The next step after an unknown outcome, where it is not simply a lookup by these keys; `undefined` where it is. */
export function unknownAdvice(provider: string, capabilities: Capabilities, keys: LookupKeys): string | undefined {
  if (canDecide(capabilities, keys)) return undefined;
  const isShared = capabilities.sharedKeys.some((key) => keys[key] !== undefined);
  if (isShared)
    return (
      'Do not send again. Look it up with knownCaptureIds, the ids of all other captures under the same keys: ' +
      `without them no lookup can decide. Or ask ${provider}: ${inquiry(keys)}`
    );
  return `Do not send again. No lookup can decide this. Ask ${provider}: ${inquiry(keys)}`;
}
