import type { ReactNode } from 'react';
import type { DescribedField, ProviderInfo } from '../../../shared/api.ts';
import { useCatalog } from '../../state/catalog.ts';
import { FieldFrame } from './FieldFrame.tsx';
import { useField } from './use-field.ts';

/** An amount in major units, and the same amount in minor units. */
export function AmountField({
  provider,
  field,
}: {
  readonly provider: ProviderInfo;
  readonly field: DescribedField;
}): ReactNode {
  const { currencies } = useCatalog();
  const amount = useField(provider, field.name);
  const currency = useField(provider, `${field.name}.currency`, field.name);
  const choices = field.choices ?? Object.keys(currencies);
  const digits = currencies[currency.value] ?? 0;
  const minor = minorUnits(amount.value, digits);
  return (
    <FieldFrame field={field} path={field.name}>
      <div className="amount">
        <input {...amount} inputMode="decimal" className="mono" />
        <select {...currency} aria-label="Currency">
          {choices.map((code) => (
            <option key={code}>{code}</option>
          ))}
        </select>
      </div>
      <p className="aside">
        {currency.value} has {digits === 0 ? 'no decimals' : `${digits} decimals`}
        {minor === undefined ? '' : `: ${minor} minor units`}
      </p>
    </FieldFrame>
  );
}

/** For display only, by moving the decimal point. The library converts the amount and refuses what does not fit. */
function minorUnits(amount: string, digits: number): string | undefined {
  const [, whole, fraction = ''] = /^(\d{1,13})(?:\.(\d+))?$/.exec(amount) ?? [];
  if (whole === undefined || fraction.length > digits) return undefined;
  return `${whole}${fraction.padEnd(digits, '0')}`.replace(/^0+(?=\d)/, '');
}
