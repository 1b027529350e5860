import { Check, Copy } from 'lucide-react';
import { useEffect, useState, type ReactNode } from 'react';

/** Copies a string, and confirms it for a moment. */
export function CopyButton({
  content,
  children = 'Copy',
}: {
  readonly content: () => string;
  readonly children?: string;
}): ReactNode {
  const [done, setDone] = useState<'copied' | 'failed' | undefined>(undefined);
  useEffect(() => {
    if (!done) return;
    const timer = setTimeout(() => setDone(undefined), 2000);
    return () => clearTimeout(timer);
  }, [done]);
  const copy = (): void => {
    navigator.clipboard.writeText(content()).then(
      () => setDone('copied'),
      () => setDone('failed'),
    );
  };
  const Icon = done === 'copied' ? Check : Copy;
  return (
    <button type="button" className="quiet" onClick={copy}>
      <Icon aria-hidden size={15} />
      <span aria-live="polite">{done === 'copied' ? 'Copied' : done === 'failed' ? 'Not allowed here' : children}</span>
    </button>
  );
}
