const GREEN = 32;
const RED = 31;
const YELLOW = 33;

const COLOURS: Readonly<Record<string, number>> = {
  '✓': GREEN,
  '✗': RED,
  captured: GREEN,
  declined: RED,
  unsent: RED,
  pending: YELLOW,
  unknown: YELLOW,
};

/** True where a stream shows colour: a terminal, unless `NO_COLOR` is set. */
export function showsColour({ isTTY }: { readonly isTTY?: boolean }, environment: NodeJS.ProcessEnv): boolean {
  return isTTY === true && !environment['NO_COLOR'] && environment['TERM'] !== 'dumb';
}

/** Colours the marks at the start of lines, and the status in a line that begins with a provider. Nothing else. */
export function coloured(output: string): string {
  return output.replace(
    /^(\s*|[a-z]+: )(✓|✗|captured|declined|unsent|pending|unknown)(?![\w-])/gm,
    (_all, before: string, mark: string) => `${before}\u001b[${String(COLOURS[mark])}m${mark}\u001b[0m`,
  );
}
