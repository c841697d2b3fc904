import type { ComponentProps } from 'react';

interface ButtonProps extends ComponentProps<'button'> {
  /** primary: the one main act of a screen, named by its verb; bare: without a border; danger: loses something. */
  kind?: 'primary' | 'plain' | 'danger' | 'bare';
  /** The act is under way: it cannot be started again, and says so. */
  busy?: boolean;
}

/** A native button that does not submit unless told. */
export function Button({
  kind = 'plain',
  busy = false,
  className = '',
  disabled,
  children,
  ...rest
}: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      className={`button ${kind} ${className}`}
      disabled={disabled || busy}
      aria-busy={busy || undefined}
    >
      {busy && <span className="spinner" aria-hidden />}
      {children}
    </button>
  );
}
