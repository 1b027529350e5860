import * as Tabs from '@radix-ui/react-tabs';
import { useState, type ReactNode } from 'react';
import type { FormValues, Problem, ProviderInfo } from '../../../shared/api.ts';
import { CodeBlock } from '../../parts/CodeBlock.tsx';
import { CopyButton } from '../../parts/CopyButton.tsx';
import { Masked } from '../../parts/Masked.tsx';
import { useFocusFallback } from '../../parts/use-focus-fallback.ts';
import { post, problemOf } from '../../state/api.ts';
import { updateForm, captureForm } from '../../state/capture-form.ts';
import { useStore } from '../../state/store.ts';

interface Snippet {
  readonly shown: string;
  readonly copied: string;
}

interface Code {
  readonly typescript: Snippet;
  readonly curl: Snippet;
}

/**
 * The form as code. Card and credentials are masked on the page; the copied code runs as pasted, because both are
 * published test values.
 */
export function CopyAs({ provider }: { readonly provider: ProviderInfo }): ReactNode {
  const { values, fault, target } = useStore(captureForm);
  const typed = values[provider.id] ?? {};
  const requested = JSON.stringify([provider.id, typed, fault]);
  const [made, setMade] = useState<{ readonly requested: string; readonly code?: Code; readonly problem?: Problem }>();
  // The button disappears when the code is there.
  const box = useFocusFallback<HTMLElement>((section) =>
    section.querySelector<HTMLElement>('[role=tab][data-state=active]'),
  );
  if (target === 'live') return null;

  const make = async (): Promise<void> => {
    try {
      const code = await post<Code>('/api/code', {
        provider: provider.id,
        values: typed,
        ...(fault === '' ? {} : { fault }),
      });
      setMade({ requested, code });
    } catch (error) {
      const problem = problemOf(error);
      setMade({ requested, problem });
      updateForm({ issues: problem.issues ?? [] });
    }
  };
  const current = made?.requested === requested ? made : undefined;
  return (
    <section ref={box} className="copy-as" aria-label="Copy as code">
      <h2>Copy as code</h2>
      {current?.code ? (
        <Tabs.Root defaultValue="typescript">
          <Tabs.List className="tabs small" aria-label="Language">
            <Tabs.Trigger value="typescript">TypeScript</Tabs.Trigger>
            <Tabs.Trigger value="curl">curl</Tabs.Trigger>
          </Tabs.List>
          <Snippets name="typescript" {...current.code.typescript} values={typed} />
          <Snippets name="curl" {...current.code.curl} values={typed} />
        </Tabs.Root>
      ) : (
        <p className="help">
          <button type="button" className="quiet" onClick={() => void make()}>
            Show code
          </button>{' '}
          {current?.problem ? (
            <span className="error" role="alert">
              {current.problem.message}
            </span>
          ) : (
            'A program with its own sandbox, and a curl command for the sandbox of this page.'
          )}
        </p>
      )}
    </section>
  );
}

function Snippets({
  name,
  shown,
  copied,
  values,
}: Snippet & { readonly name: string; readonly values: FormValues }): ReactNode {
  const filled = (): string =>
    copied.replace('{{card.number}}', values['card.number'] ?? '').replace('{{card.cvv}}', values['card.cvv'] ?? '');
  return (
    <Tabs.Content value={name} className="snippet">
      <CodeBlock label={`The capture as ${name}`}>
        <Masked>{shown}</Masked>
      </CodeBlock>
      <CopyButton content={filled}>{`Copy ${name === 'curl' ? 'curl' : 'TypeScript'}`}</CopyButton>
    </Tabs.Content>
  );
}
