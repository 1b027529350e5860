import type { ReactNode } from 'react';

/** One step of a run: heading, description and content. */
export function Step(props: {
  readonly title: string;
  readonly description: ReactNode;
  readonly meta?: ReactNode;
  readonly mark?: string;
  readonly children?: ReactNode;
}): ReactNode {
  const { title, description, meta, mark = 'done', children } = props;
  return (
    <li className="step" data-mark={mark} data-step={title}>
      <div className="step-head">
        <h3>{title}</h3>
        {meta === undefined ? null : <span className="meta">{meta}</span>}
      </div>
      <p className="description">{description}</p>
      {children}
    </li>
  );
}
