import type { Context } from "./context.ts";

/** UTC+8, without daylight saving: the one time zone of China. */
const AHEAD_MS = 8 * 3_600_000;

/** The calendar day of an instant as the platform counts days: those of China, where the laboratories are. */
export function dayOf(at: Date): string {
  return onChinaClocks(at).slice(0, 10);
}

/** Today, by the clock of the context. */
export function today({ now }: Pick<Context, "now">): string {
  return dayOf(now());
}

/** Day and minute on the clocks of China. */
export function clockText(at: Date): string {
  return onChinaClocks(at).slice(0, 16).replace("T", " ");
}

function onChinaClocks(at: Date): string {
  return new Date(at.getTime() + AHEAD_MS).toISOString();
}
