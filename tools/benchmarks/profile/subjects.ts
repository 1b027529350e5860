import { DEFAULTS, oursWith, PROVIDERS, WAYS } from '../contenders.ts';
import { SIGNED } from '../measure/signed.ts';

/** The subject of one profile. */
export type Subject =
  | { readonly part: 'captures' | 'first'; readonly contender: string }
  | { readonly part: 'step'; readonly provider: string; readonly step: string };

/** Many captures: ours beside the contenders that the targets compare them with. */
export const CAPTURES: readonly Subject[] = [
  ...WAYS.flatMap((way) => PROVIDERS.map((id) => oursWith(id, way))),
  ...['ky', 'node:http, fresh', 'node:http, kept', 'stripe'],
].map((contender) => ({ part: 'captures', contender }));

/** The first capture of a process. */
export const FIRSTS: readonly Subject[] = [
  ...PROVIDERS.flatMap((id) => DEFAULTS.map((way) => oursWith(id, way))),
  'stripe',
].map((contender) => ({ part: 'first', contender }));

/** The steps that have their own target, and everything but sending together. */
export const STEPS: readonly Subject[] = PROVIDERS.flatMap((provider) =>
  [...(SIGNED[provider] ? ['sign'] : []), 'validate', 'read', 'whole'].map(
    (step) => ({ part: 'step', provider, step }) as const,
  ),
);
