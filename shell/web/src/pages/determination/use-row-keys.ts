import { type RefObject, useEffect } from "react";

/** Arrow keys walk the rows of the table inside `place`; `/` goes to its search field. Keys in a field stay its own. */
export function useRowKeys(place: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const root = place.current;
      if (!root || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      if (event.key === "/") {
        event.preventDefault();
        root.querySelector<HTMLInputElement>("input[type=search]")?.focus();
      }
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        const links = [...root.querySelectorAll<HTMLAnchorElement>("tbody td:first-child a")];
        const at = links.indexOf(document.activeElement as HTMLAnchorElement);
        const next = links[event.key === "ArrowDown" ? at + 1 : Math.max(0, at - 1)];
        if (!next) return;
        event.preventDefault();
        next.focus();
      }
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [place]);
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest("input, select, textarea, dialog") !== null;
}
