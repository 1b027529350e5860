import { Component, type ReactNode } from 'react';

/** Keeps a broken transcript, which comes from a file, from taking the page down. */
export class Boundary extends Component<{ readonly children: ReactNode }, { readonly failed: boolean }> {
  override readonly state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    return this.state.failed ? <p className="problem">This transcript cannot be shown.</p> : this.props.children;
  }
}
