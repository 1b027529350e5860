import { useState, type ReactNode } from 'react';
import type { Problem } from '../../shared/api.ts';
import { openSession, tokenIn } from '../state/session.ts';

/** Requests the address of the playground. A reload leads here, because the token is kept in memory only. */
export function SignIn({ problem }: { readonly problem: Problem | undefined }): ReactNode {
  const [pasted, setPasted] = useState('');
  const [isInvalid, setIsInvalid] = useState(false);
  const open = (): void => {
    const token = tokenIn(pasted);
    setIsInvalid(token === undefined);
    if (token !== undefined) openSession(token);
  };
  const message = isInvalid ? 'That is neither a playground address nor a token.' : problem && messageOf(problem);
  return (
    <>
      <h1 id="sign-in-title">Open the address from your terminal</h1>
      <p>
        The address that <code>npx -y pnpm@12 start</code> printed ends in a token after the <code>#</code>, which
        authenticates you. This page keeps it in memory only, so a reload forgets it.
      </p>
      {message === undefined ? null : (
        <p className="problem" role="alert">
          {message}
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

function messageOf({ code, message }: Problem): string {
  return code === 'no_session' ? 'The token does not belong to the running playground.' : message;
}
