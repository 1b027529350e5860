/** A form in which programs write a number differently from the given one. */
export interface NumberForm {
  readonly id: string;
  /** The mistake, as the rest of a sentence about the value. */
  readonly done: string;
  /** The alternative forms. Duplicates and the given form itself do not matter. */
  readonly write: (whole: string, fraction: string) => readonly string[];
}

/** A value that reads as a number, and is short enough to be an amount, a count or a date. */
const NUMBER = /^(\d{1,12})(?:\.(\d{1,6}))?$/;

/**
 * Forms in which a number is signed differently from the one sent: floats, locales and minor units print differently.
 */
export const NUMBER_FORMS: readonly NumberForm[] = [
  {
    id: 'number-zeros-added',
    done: 'was written with additional trailing zeros',
    write: (whole, fraction) => ['0', '00', '000'].map((zeros) => `${whole}.${fraction}${zeros}`),
  },
  {
    id: 'number-zeros-dropped',
    done: 'was written without its trailing zeros',
    write: (whole, fraction) => {
      const zeros = /0*$/.exec(fraction)?.[0].length ?? 0;
      return Array.from({ length: zeros }, (_, i) => decimal(whole, fraction.slice(0, fraction.length - 1 - i)));
    },
  },
  {
    id: 'number-fraction-lost',
    done: 'was written with a truncated or rounded fraction',
    write: (whole, fraction) =>
      Array.from(fraction, (_, kept) => kept)
        .filter((kept) => /[1-9]/.test(fraction.slice(kept)))
        .flatMap((kept) => [decimal(whole, fraction.slice(0, kept)), Number(`${whole}.${fraction}`).toFixed(kept)]),
  },
  {
    id: 'number-decimal-comma',
    done: 'was written with a decimal comma',
    write: (whole, fraction) => (fraction ? [`${whole},${fraction}`] : []),
  },
  {
    id: 'number-grouped',
    done: 'was written with thousands separators',
    write: (whole, fraction) =>
      [',', '.', ' '].map((gap) => {
        const grouped = whole.replace(/(?<=\d)(?=(?:\d{3})+$)/g, gap);
        return gap === '.' ? (fraction ? `${grouped},${fraction}` : grouped) : decimal(grouped, fraction);
      }),
  },
  {
    id: 'number-in-minor-units',
    done: 'was written in minor units, such as cents',
    write: (whole, fraction) => [`${whole}${fraction || '00'}`.replace(/^0+(?=\d)/, '')],
  },
  {
    id: 'number-zeros-before',
    done: 'was written with different leading zeros',
    write: (whole, fraction) =>
      [whole.replace(/^0+(?=\d)/, ''), whole.replace(/^0+/, ''), `0${whole}`].map((each) => decimal(each, fraction)),
  },
];

/** Splits a value that reads as a number into its parts. */
export function readNumber(value: string): readonly [whole: string, fraction: string] | undefined {
  const match = NUMBER.exec(value);
  return match?.[1] === undefined ? undefined : [match[1], match[2] ?? ''];
}

function decimal(whole: string, fraction: string): string {
  return fraction ? `${whole}.${fraction}` : whole;
}
