import { PROVIDERS, type ProviderName } from '../state/provider-names.ts';
import { ControlError, type JsonSchema } from './schema.ts';

/** The name of a provider. */
export const provider: JsonSchema = { type: 'string', enum: PROVIDERS, description: 'The provider.' };

/** An amount in minor units. */
export const money: JsonSchema = {
  type: 'object',
  description: 'An amount in minor units: 23.02 TRY is 2302.',
  properties: {
    minor: { type: 'integer', minimum: 1, maximum: Number.MAX_SAFE_INTEGER },
    currency: { type: 'string', description: 'ISO 4217, in upper case.' },
  },
  required: ['minor', 'currency'],
};

/** Narrows a string from a path or a query to a provider, or `undefined` where it is absent. */
export function providerOf(name: string | undefined): ProviderName | undefined {
  if (name === undefined) return undefined;
  const found = PROVIDERS.find((one) => one === name);
  if (!found) throw new ControlError(404, `There is no provider of this name. There are ${PROVIDERS.join(', ')}.`);
  return found;
}

/** The object without members that are `undefined`, for filters with exact optional members. */
export function given<T extends object>(members: T): { [Name in keyof T]?: Exclude<T[Name], undefined> } {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as never;
}
