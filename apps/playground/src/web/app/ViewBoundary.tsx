import { Component, type ReactNode } from 'react';

/** Keeps a view that fails from taking down the others and the values in the form. */
export class ViewBoundary extends Component<{ readonly children: ReactNode }, { readonly failed: boolean }> {
  override readonly state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return (
      <div className="problem" role="alert">
        <p>This view failed. The others still work. Please report what you did.</p>
        <button type="button" className="link" onClick={() => this.setState({ failed: false })}>
          Try again
        </button>
      </div>
    );
  }
}
