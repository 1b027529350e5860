/** A way in which programs write a number other than it was given. */
export interface NumberForm {
  readonly id: string;
  /** What was done to the value. */
  readonly done: string;
  /** The other ways to write it. Those that are the same, or no change, do not matter. */
  readonly write: (whole: string, fraction: string) => readonly string[];
}

/** What is read as a number: not what is too long to be an amount, a count or a date. */
const NUMBER = /^(\d{1,12})(?:\.(\d{1,6}))?$/;

/** Why a number is signed other than sent: languages print floats, locales and minor units in their own way. */
export const NUMBER_FORMS: readonly NumberForm[] = [
  {
    id: 'number-zeros-added',
    done: 'was written with zeros added after the decimal point',
    write: (whole, fraction) => ['0', '00', '000'].map((zeros) => `${whole}.${fraction}${zeros}`),
  },
  {
    id: 'number-zeros-dropped',
    done: 'was written without the zeros at the end of its fraction',
    write: (whole, fraction) => {
      const zeros = /0*$/.exec(fraction)?.[0].length ?? 0;
      return Array.from({ length: zeros }, (_, i) => decimal(whole, fraction.slice(0, fraction.length - 1 - i)));
    },
  },
  {
    id: 'number-fraction-lost',
    done: 'was written without a part of its fraction, cut off or rounded',
    write: (whole, fraction) =>
      Array.from(fraction, (_, kept) => kept)
        .filter((kept) => /[1-9]/.test(fraction.slice(kept)))
        .flatMap((kept) => [decimal(whole, fraction.slice(0, kept)), Number(`${whole}.${fraction}`).toFixed(kept)]),
  },
  {
    id: 'number-decimal-comma',
    done: 'was written with a comma for the decimal point',
    write: (whole, fraction) => (fraction ? [`${whole},${fraction}`] : []),
  },
  {
    id: 'number-grouped',
    done: 'was written with its thousands in groups',
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
    done: 'was written with other zeros at its beginning',
    write: (whole, fraction) =>
      [whole.replace(/^0+(?=\d)/, ''), whole.replace(/^0+/, ''), `0${whole}`].map((each) => decimal(each, fraction)),
  },
];

/** The parts of a value that reads as a number. */
export function readNumber(value: string): readonly [whole: string, fraction: string] | undefined {
  const match = NUMBER.exec(value);
  return match?.[1] === undefined ? undefined : [match[1], match[2] ?? ''];
}

function decimal(whole: string, fraction: string): string {
  return fraction ? `${whole}.${fraction}` : whole;
}
