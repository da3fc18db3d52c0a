import { refuse } from "./refusals.ts";

/** What has happened to a statement; the last event is its state. */
export const ATTESTATION_EVENTS = ["issued", "amended", "suspended", "reinstated", "withdrawn", "expired"] as const;
export type AttestationEvent = (typeof ATTESTATION_EVENTS)[number];

/** Whether a statement may be relied on: valid, for now not, or never again. */
export type Standing = "valid" | "suspended" | "ended";

/**
 * Whether a statement may be relied on after its last event.
 *
 * @example standingOf("reinstated") // → "valid" (back in force)
 * @example standingOf("amended") // → "ended" (another statement has taken its place)
 * @source ISO/IEC 17065:2012, 7.11
 */
export function standingOf(last: AttestationEvent): Standing {
  if (last === "issued" || last === "reinstated") return "valid";
  return last === "suspended" ? "suspended" : "ended";
}

/** What may follow: an ended statement stays ended, because somebody has already relied on its end. */
const NEXT: Readonly<Record<Standing, readonly AttestationEvent[]>> = {
  valid: ["amended", "suspended", "withdrawn", "expired"],
  suspended: ["amended", "reinstated", "withdrawn", "expired"],
  ended: [],
};

/**
 * What may happen to a statement next; nothing once it has ended.
 *
 * @example nextEvents("suspended") // → ["amended", "reinstated", "withdrawn", "expired"] (a suspension may end either way)
 * @example nextEvents("withdrawn") // → [] (ended for good)
 * @source ISO/IEC 17065:2012, 7.11
 */
export function nextEvents(last: AttestationEvent): readonly AttestationEvent[] {
  return NEXT[standingOf(last)];
}

/**
 * The status after an event, where the event may follow.
 *
 * @example changedStatus("issued", "suspended") // → "suspended" (may follow)
 * @example refusalOf(() => changedStatus("withdrawn", "reinstated")) // → "status-ended" (ended for good)
 * @throws Refusal `status-not-possible` with what is possible instead, `status-ended` where nothing is
 * @source ISO/IEC 17065:2012, 7.11
 */
export function changedStatus(last: AttestationEvent, event: AttestationEvent): AttestationEvent {
  const possible = nextEvents(last);
  return possible.includes(event)
    ? event
    : possible.length === 0
      ? refuse("status-ended", { from: last, to: event })
      : refuse("status-not-possible", { from: last, to: event, possible });
}

/** The event as the transparency log names it. */
export const LOG_EVENT_OF = {
  issued: "issue",
  amended: "amend",
  suspended: "suspend",
  reinstated: "reinstate",
  withdrawn: "withdraw",
  expired: "expire",
} as const satisfies Record<AttestationEvent, string>;
