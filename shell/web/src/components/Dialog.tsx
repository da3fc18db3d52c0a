import { type ReactNode, useEffect, useId, useRef } from "react";
import "./dialog.css";

/** A modal dialog of the browser itself: it holds the focus, closes with Escape and is announced by its title. */
export function Dialog({
  title,
  open,
  close,
  footer,
  children,
}: {
  readonly title: string;
  readonly open: boolean;
  readonly close: () => void;
  readonly footer?: ReactNode;
  readonly children: ReactNode;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    if (open) dialog.current?.showModal();
    else dialog.current?.close();
  }, [open]);
  return (
    <dialog ref={dialog} className="dialog" aria-labelledby={id} onClose={close}>
      {open && (
        <>
          <h2 id={id}>{title}</h2>
          <div className="dialog-body">{children}</div>
          {footer && <div className="dialog-foot">{footer}</div>}
        </>
      )}
    </dialog>
  );
}
