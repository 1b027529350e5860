import { useState, type ReactNode } from 'react';
import type { Problem } from '../../shared/api.ts';
import { session } from '../state/session.ts';
import { Mark } from './Mark.tsx';

/** Where a reload leads: the token of a session is in memory only. */
export function SignIn({ problem }: { readonly problem: Problem | undefined }): ReactNode {
  const [pasted, setPasted] = useState('');
  const open = (): void => session.set(pasted.trim().replace(/^.*#/, ''));
  return (
    <main className="sign-in">
      <Mark />
      <h1>Open the address from your terminal</h1>
      <p>
        The address that <code>npx -y pnpm@12 start</code> printed carries a token after the <code>#</code>, which
        proves that it is you. This page keeps it in memory only, so a reload forgets it.
      </p>
      {problem ? (
        <p className="problem" role="alert">
          {problem.code === 'no_session' ? 'This token is not the one of the running playground.' : problem.message}
        </p>
      ) : null}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          open();
        }}
      >
        <label htmlFor="address">Address or token</label>
        <div className="in-line">
          <input
            id="address"
            autoComplete="off"
            spellCheck={false}
            placeholder="http://127.0.0.1:4242/#…"
            value={pasted}
            onChange={(event) => setPasted(event.target.value)}
          />
          <button type="submit" className="primary" disabled={pasted.trim() === ''}>
            Open
          </button>
        </div>
      </form>
    </main>
  );
}
