/** A file of a package.json, or the files under each condition. */
export type Target = string | { readonly [condition: string]: Target };

/** The fields of a package.json that name built files. */
export interface BuiltFields {
  readonly exports?: Readonly<Record<string, Target>>;
  readonly imports?: Readonly<Record<string, Target>>;
  readonly bin?: Readonly<Record<string, string>>;
}

/** The module formats of a build. */
export type Format = 'esm' | 'cjs';

/** A built file and the TypeScript that it is made of. */
interface Built {
  readonly file: string;
  readonly source: string;
}

interface Leaf {
  readonly conditions: readonly string[];
  readonly file: string;
}

const SOURCE = '@capture/source';
const ENDINGS = { esm: '.js', cjs: '.cjs' };

/**
 * The entries of one format: the name of the built file, without `dist` and its ending, and its source. They are all
 * that `exports`, `imports` and `bin` name, so no other list of them exists.
 */
export function entriesOf(
  { exports = {}, imports = {}, bin = {} }: BuiltFields,
  format: Format,
): Record<string, string> {
  const named = [...Object.values(exports), ...Object.values(imports)].flatMap(builtFilesOf);
  const programs = Object.values(bin).map((file) => ({ file, source: file.replace(/dist\/(.+)\.js$/, 'src/$1.ts') }));
  const ending = ENDINGS[format];
  return Object.fromEntries(
    [...named, ...programs]
      .filter(({ file }) => file.startsWith('./dist/') && file.endsWith(ending))
      .map(({ file, source }) => [file.slice('./dist/'.length, -ending.length), source]),
  );
}

/** The sources of the entrances, which alone have declarations. */
export function entrancesOf({ exports = {} }: BuiltFields): string[] {
  return [
    ...new Set(
      Object.values(exports)
        .flatMap(builtFilesOf)
        .map(({ source }) => source.replace('./', '')),
    ),
  ];
}

function builtFilesOf(target: Target): Built[] {
  if (typeof target === 'string') return [];
  const leaves = leavesOf(target);
  const sources = leaves.filter(({ conditions }) => conditions.includes(SOURCE));
  const built = leaves.filter(({ conditions }) => !conditions.includes(SOURCE));
  return built.map(({ conditions, file }) => ({ file, source: sourceUnder(conditions, sources, file) }));
}

/** The source under the most of these conditions, and under no other. */
function sourceUnder(conditions: readonly string[], sources: readonly Leaf[], file: string): string {
  const [found] = sources
    .map((source) => ({ source, needs: source.conditions.filter((one) => one !== SOURCE && one !== 'default') }))
    .filter(({ needs }) => needs.every((one) => conditions.includes(one)))
    .sort((a, b) => b.needs.length - a.needs.length);
  if (!found) throw new Error(`${file} has no source: no \`${SOURCE}\` under its conditions`);
  return found.source.file;
}

function leavesOf(target: Target, conditions: readonly string[] = []): Leaf[] {
  if (typeof target === 'string') return [{ conditions, file: target }];
  return Object.entries(target).flatMap(([condition, inner]) => leavesOf(inner, [...conditions, condition]));
}
