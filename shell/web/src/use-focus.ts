import { type RefObject, useEffect, useRef } from "react";

/** Moves the focus to a control when it appears, if wanted: the next thing the reader came to do. */
export function useFocusOnOpen<Control extends HTMLElement>(wanted: boolean): RefObject<Control | null> {
  const control = useRef<Control>(null);
  useEffect(() => {
    if (wanted) control.current?.focus();
  }, [wanted]);
  return control;
}
