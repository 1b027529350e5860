import { Fragment, type ReactNode } from 'react';
import { CodeBlock } from './CodeBlock.tsx';
import { Masked } from './Masked.tsx';

/**
 * A string that may be JSON: indented, with the members at the paths in `read` marked. Anything else is shown as it is.
 */
export function Json({
  source,
  label,
  read = [],
}: {
  readonly source: string;
  readonly label: string;
  readonly read?: readonly string[];
}): ReactNode {
  const value = parse(source);
  if (value === undefined) {
    return (
      <CodeBlock label={label} wrap>
        <Masked>{source}</Masked>
      </CodeBlock>
    );
  }
  const marks = new Set(read);
  return (
    <CodeBlock label={label}>
      {linesOf(value, '', 0, '').map(({ path, indent, name, text }, i) => {
        const line = (
          <>
            {name === '' ? null : <span className="json-name">{name}: </span>}
            <Masked>{text}</Masked>
          </>
        );
        return (
          <Fragment key={i}>
            {'  '.repeat(indent)}
            {marks.has(path) ? <mark title="The library read this">{line}</mark> : line}
            {'\n'}
          </Fragment>
        );
      })}
    </CodeBlock>
  );
}

interface Line {
  readonly path: string;
  readonly indent: number;
  readonly name: string;
  readonly text: string;
}

function linesOf(value: unknown, path: string, indent: number, name: string): Line[] {
  if (typeof value !== 'object' || value === null) return [{ path, indent, name, text: JSON.stringify(value) }];
  const entries = Object.entries(value);
  const isList = Array.isArray(value);
  const [open, close] = isList ? ['[', ']'] : ['{', '}'];
  if (entries.length === 0) return [{ path, indent, name, text: open + close }];
  return [
    { path: ' ', indent, name, text: open },
    ...entries.flatMap(([key, item]) =>
      linesOf(item, path === '' ? key : `${path}.${key}`, indent + 1, isList ? '' : key),
    ),
    { path: ' ', indent, name: '', text: close },
  ];
}

function parse(source: string): object | undefined {
  try {
    const value = JSON.parse(source) as unknown;
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}
