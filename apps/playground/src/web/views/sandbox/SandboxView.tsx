import { RotateCcw } from 'lucide-react';
import { useEffect, useState, type ReactNode } from 'react';
import type { Problem } from '../../../shared/api.ts';
import { problemOf } from '../../state/api.ts';
import { loadSandbox, resetSandbox, sandbox } from '../../state/sandbox.ts';
import { useStore } from '../../state/store.ts';
import { Authorizations } from './Authorizations.tsx';
import { Captures } from './Captures.tsx';
import { NewAuthorization } from './NewAuthorization.tsx';
import { Notifications } from './Notifications.tsx';
import './sandbox.css';

/** The state of the sandbox, which no client can see. */
export function SandboxView(): ReactNode {
  const state = useStore(sandbox);
  const [problem, setProblem] = useState<Problem>();
  const act = (job: Promise<unknown>): void => {
    job.then(
      () => setProblem(undefined),
      (error: unknown) => setProblem(problemOf(error)),
    );
  };
  useEffect(() => act(loadSandbox()), []);

  return (
    <div className="sandbox-view">
      <div className="view-head">
        <div>
          <h1>Sandbox</h1>
          <p className="lead">
            Local emulators of all providers with shared state. Results are checked against what you see here.
          </p>
        </div>
        <button type="button" className="quiet" onClick={() => act(resetSandbox())}>
          <RotateCcw aria-hidden size={15} />
          Reset sandbox
        </button>
      </div>
      {problem ? (
        <p className="problem" role="alert">
          {problem.message}
        </p>
      ) : null}
      {state ? (
        <>
          <Authorizations authorizations={state.authorizations} />
          <NewAuthorization />
          <Captures captures={state.captures} act={act} />
          <Notifications notifications={state.notifications} act={act} />
        </>
      ) : (
        <p className="aside">Loading…</p>
      )}
    </div>
  );
}
