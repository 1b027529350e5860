import { CURRENCIES, currencyExponent } from '@capture/core';
import { FAULTS, TEST_CARDS } from '@capture/sandbox';
import { PROVIDERS } from '../../providers/index.ts';
import type { Catalog } from '../../shared/api.ts';
import { formValuesOf } from '../form.ts';
import type { Targets } from '../targets.ts';

/** Everything that the page needs to know before anything happens. */
export function catalogOf(targets: Targets, live: boolean): Catalog {
  return {
    live,
    sandboxTimeout: targets.sandboxTimeout,
    testCards: TEST_CARDS,
    currencies: Object.fromEntries(CURRENCIES.map((code) => [code, currencyExponent(code) ?? 2])),
    faults: Object.entries(FAULTS).map(([name, fault]) => ({ name, ...fault })),
    providers: PROVIDERS.map((provider) => {
      const { capabilities } = targets.sandbox(provider);
      return {
        id: provider.id,
        title: provider.title,
        sample: formValuesOf(provider.sample),
        fields: Object.entries(provider.fields).map(([name, field]) => ({ name, ...field })),
        capabilities: { ...capabilities },
        signs: capabilities.authentication === 'body signature',
        notifies: capabilities.webhook === 'signed',
        live: targets.liveAccount(provider),
      };
    }),
  };
}
