import type { UnknownReason } from '@capture/core';
import type { ResultEvent } from '../../shared/run-event.ts';

/** The explanation of an unknown result without any comparison, by its reason. */
export function nothingToCheck(
  { reason, error }: Pick<ResultEvent, 'reason' | 'error'>,
  provider: string,
  httpStatus: number | undefined,
): string | undefined {
  return reason && EXPLANATIONS[reason](provider, responseOf(error?.providerCode, httpStatus));
}

const EXPLANATIONS: Readonly<Record<UnknownReason, (provider: string, response: string) => string>> = {
  'in-doubt': () => 'No complete response arrived, so there is nothing to check.',
  unreadable: () => 'The response could not be read, so there is nothing to check.',
  undecided: (provider, response) =>
    `${provider} responded with ${response}, and its documentation does not say what that means for the money of this request.`,
  contradictory: (provider) =>
    `The response of ${provider} contradicts itself or the request, so it does not prove anything.`,
};

function responseOf(code: string | undefined, httpStatus: number | undefined): string {
  if (code !== undefined) return `the code ${code}`;
  return httpStatus === undefined ? 'no code' : `HTTP ${httpStatus} and no code`;
}
