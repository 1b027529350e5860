import { verifier } from '@capture/core/provider';
import { definition, environments, judge, judgeLookup, webhook } from '../toy.ts';
import { overrideVerdict, wrong, type ToyOptions, type WrongProvider } from './planted.ts';

/** Without what a verdict states about its environment. */
const silent = <Verdict extends object>(verdict: Verdict): Verdict => ({ ...verdict, live: undefined });

/** Providers that take a test for a payment, or go to an environment that was not chosen. */
export const MISPLACED: Readonly<Record<string, WrongProvider>> = {
  'ignores that a response is a test': wrong(['E5', 'E7'], {
    definition: { judge: (response, context) => silent(judge(response, context)) },
  }),
  'takes every success for a live one': wrong(['E5', 'E6', 'E7', 'E8'], {
    definition: { judge: overrideVerdict({ live: true }) },
  }),
  'reads the statement about tests the wrong way round': wrong(['E5', 'E7', 'E8'], {
    definition: {
      judge: ({ live, ...response }, context) =>
        judge({ ...response, ...(typeof live === 'boolean' && { live: !live }) }, context),
    },
  }),
  'takes the decline of a test for a decline': wrong(['E5', 'E7'], {
    definition: {
      judge: (response, context) => {
        const verdict = judge(response, context);
        return verdict.status === 'declined' ? silent(verdict) : verdict;
      },
    },
  }),
  'drops the expectation': wrong(['E4', 'E7', 'E9', 'E12'], {
    options: (options) => ({ ...options, expect: undefined }) as unknown as ToyOptions,
  }),
  'ignores the environment of a lookup': wrong(['E9', 'E10'], {
    definition: {
      lookup: { ...definition.lookup, judge: (response, context) => silent(judgeLookup(response, context)) },
    },
  }),
  'ignores the environment of a notification': wrong(['E11', 'E12'], {
    definition: {
      webhook: verifier({
        ...webhook,
        read: (response) => {
          const content = webhook.read(response);
          return { ...content, verdict: content.verdict && silent(content.verdict) };
        },
      }),
    },
  }),
  'goes to the live host by default': wrong(['E1', 'E2'], {
    options: (options: Partial<ToyOptions>) =>
      ({ ...options, baseUrl: options.baseUrl ?? environments.live }) as ToyOptions,
  }),
  'has exchanged the hosts of its environments': wrong(['E1', 'E6'], {
    definition: { environments: { live: environments.sandbox, sandbox: environments.live } },
  }),
  'declares no environments': wrong(['E1', 'E3', 'E6'], { definition: { environments: {} } }),
};
