import { CONTENDERS } from '../contenders.ts';
import { spread, type Results } from '../results.ts';
import { digits } from './format.ts';

const ROW = 24;
const LEFT = 230;
const WIDTH = 860;
const BARS = WIDTH - LEFT - 130;

const STYLE = `
  text { font: 13px system-ui, sans-serif; fill: #1b1d22 }
  .soft { fill: #575b64 } .head { font-weight: 600 } .ground { fill: #ffffff }
  .ours { fill: #7f90e8 } .floor { fill: #8b8678 } .theirs { fill: #d08a3c }
  .spread { stroke: #1b1d22; stroke-width: 1.5 }
  @media (prefers-color-scheme: dark) {
    text { fill: #eceef2 } .soft { fill: #a8aebb } .ground { fill: #121317 }
    .ours { fill: #8c9ff5 } .floor { fill: #747a8a } .theirs { fill: #e0a458 }
    .spread { stroke: #eceef2 }
  }`;

const HEADS = { floor: 'Without a library', ours: 'Capture', theirs: 'Others' } as const;

/**
 * CPU per capture of every contender as bars from zero, the spread of the rounds as a line. The table below has the
 * same figures.
 */
export function plot(results: Results, inFlight: number): string {
  const bars = CONTENDERS.flatMap((one) => {
    const found = spread(results.of(one.id, `cpu@${String(inFlight)}`));
    return found ? [{ ...one, ...found }] : [];
  });
  const end = Math.max(...bars.map(({ most }) => most));
  const x = (figure: number) => LEFT + (figure / end) * BARS;
  const rows: string[] = [];
  let y = 44;
  for (const kind of ['floor', 'ours', 'theirs'] as const) {
    rows.push(`<text class="head" x="16" y="${String(y + 16)}">${HEADS[kind]}</text>`);
    y += ROW;
    for (const { id, median, least, most } of bars.filter((one) => one.kind === kind)) {
      const middle = String(y + ROW / 2);
      rows.push(
        `<text x="${String(LEFT - 8)}" y="${String(y + 16)}" text-anchor="end">${id}</text>`,
        `<rect class="${kind}" x="${String(LEFT)}" y="${String(y + 4)}" width="${round(x(median) - LEFT)}" height="${String(ROW - 8)}" rx="2"/>`,
        `<line class="spread" x1="${round(x(least))}" x2="${round(x(most))}" y1="${middle}" y2="${middle}"/>`,
        `<text class="soft" x="${round(x(most) + 8)}" y="${String(y + 16)}">${digits(median)} µs</text>`,
      );
      y += ROW;
    }
    y += 8;
  }
  const title = `µs of CPU per capture, ${String(inFlight)} in flight; less is better`;
  const figures = bars.map(({ id, median }) => `${id} ${digits(median)}`).join('; ');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${String(WIDTH)} ${String(y + 8)}" role="img" aria-labelledby="title desc">
<title id="title">${title}</title>
<desc id="desc">Bars, the median of the rounds: ${figures}. The lines show the least and the most.</desc>
<style>${STYLE}
</style>
<rect class="ground" width="${String(WIDTH)}" height="${String(y + 8)}"/>
<text class="head" x="16" y="26">${title}</text>
${rows.join('\n')}
</svg>
`;
}

const round = (figure: number): string => figure.toFixed(1);
