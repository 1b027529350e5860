import { useState, type ReactNode } from 'react';
import type { Problem } from '../../shared/api.ts';
import { openSession, tokenIn } from '../state/session.ts';

/** Where a reload leads: the token of a session is in memory only. */
export function SignIn({ problem }: { readonly problem: Problem | undefined }): ReactNode {
  const [pasted, setPasted] = useState('');
  const [isNone, setIsNone] = useState(false);
  const open = (): void => {
    const token = tokenIn(pasted);
    setIsNone(token === undefined);
    if (token !== undefined) openSession(token);
  };
  const said = isNone ? 'This is no address with a token, and no token.' : problem && saidOf(problem);
  return (
    <>
      <h1 id="sign-in-title">Open the address from your terminal</h1>
      <p>
        The address that <code>npx -y pnpm@12 start</code> printed carries a token after the <code>#</code>, which
        proves that it is you. This page keeps it in memory only, so a reload forgets it.
      </p>
      {said === undefined ? null : (
        <p className="problem" role="alert">
          {said}
        </p>
      )}
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
    </>
  );
}

function saidOf({ code, message }: Problem): string {
  return code === 'no_session' ? 'This token is not the one of the running playground.' : message;
}
