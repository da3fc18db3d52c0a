import type { KeyboardEvent } from "react";

/** Controls that Enter walks through, in the order in which they stand. */
const STOPS = "input:not([type=file]):not([type=radio]):not(:disabled), select:not(:disabled)";

/** Enter moves on to the next entry, as on the keypad of a balance; Ctrl+Enter sends; Shift+Enter goes back. */
export function moveOn(event: KeyboardEvent<HTMLFormElement>): void {
  if (event.key !== "Enter" || !(event.target instanceof HTMLElement)) return;
  if (!event.target.matches("input, select")) return;
  event.preventDefault();
  const form = event.currentTarget;
  if (event.ctrlKey || event.metaKey) {
    form.requestSubmit();
    return;
  }
  const stops = [...form.querySelectorAll<HTMLElement>(STOPS)].filter((stop) => stop.checkVisibility());
  const next = stops[stops.indexOf(event.target) + (event.shiftKey ? -1 : 1)];
  if (next) {
    next.focus();
    if (next instanceof HTMLInputElement) next.select();
  } else form.querySelector<HTMLElement>("button[type=submit]")?.focus();
}
