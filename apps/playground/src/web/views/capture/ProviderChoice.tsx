import type { Capabilities } from '@capture/core';
import * as RadioGroup from '@radix-ui/react-radio-group';
import type { ReactNode } from 'react';
import type { ProviderInfo } from '../../../shared/api.ts';

const AUTHENTICATION: Readonly<Record<Capabilities['authentication'], string>> = {
  'body-signature': 'signed body',
  'key-header': 'key-header',
  'basic-header': 'HTTP Basic',
};

/** The providers, each with what it captures and how it authenticates requests. */
export function ProviderChoice(props: {
  readonly providers: readonly ProviderInfo[];
  readonly value: string;
  readonly onChange: (id: string) => void;
}): ReactNode {
  return (
    <RadioGroup.Root className="providers" aria-label="Provider" value={props.value} onValueChange={props.onChange}>
      {props.providers.map(({ id, title, capabilities }) => (
        <RadioGroup.Item key={id} value={id} className="provider">
          <span className="provider-title">{title}</span>
          <span className="provider-details">
            {capabilities.captures} · {AUTHENTICATION[capabilities.authentication]}
          </span>
        </RadioGroup.Item>
      ))}
    </RadioGroup.Root>
  );
}
