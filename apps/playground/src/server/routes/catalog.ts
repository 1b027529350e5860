import { CURRENCIES, currencyExponent } from '@capture/core';
import { FAULTS, TEST_CARDS } from '@capture/sandbox';
import { PROVIDERS, type Provider } from '../../providers/index.ts';
import type { Catalog, ProviderInfo } from '../../shared/api.ts';
import { formValuesOf } from '../form/form-values.ts';
import { readBody } from '../http/read-body.ts';
import type { Targets } from '../targets.ts';
import type { Handler, RouteContext } from './route-context.ts';
import { nothing } from './schemas.ts';

/** Describes providers, faults and currencies: everything that the page needs before the first capture. */
export function catalog({ targets, live }: RouteContext): Handler {
  return async (context) => {
    await readBody(context, nothing);
    return context.json(catalogOf(targets, live));
  };
}

function catalogOf(targets: Targets, live: boolean): Catalog {
  return {
    live,
    sandboxTimeout: targets.sandboxTimeout,
    testCards: TEST_CARDS,
    currencies: Object.fromEntries(CURRENCIES.map((code) => [code, currencyExponent(code) ?? 2])),
    faults: Object.entries(FAULTS).map(([name, fault]) => ({ name, ...fault })),
    providers: PROVIDERS.map((provider) => describe(provider, targets)),
  };
}

function describe(provider: Provider, targets: Targets): ProviderInfo {
  const { id, title, sample, fields, pendingReferences, notificationField } = provider;
  const { capabilities } = targets.sandbox(provider);
  return {
    id,
    title,
    sample: formValuesOf(sample),
    fields: Object.entries(fields).map(([name, field]) => ({ name, ...field })),
    capabilities: { ...capabilities },
    signs: capabilities.authentication === 'body-signature',
    notifies: capabilities.webhook === 'signed',
    pendingReferences,
    ...(notificationField !== undefined && { notificationField }),
    live: targets.liveAccount(provider),
  };
}
