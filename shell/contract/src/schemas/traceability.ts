import { z } from "zod";
import { IsoTime, idOf } from "./common.ts";

/** A fault in a captured document: the number of the event, from 0, or null for the document around them. */
export const CaptureFault = z.object({
  event: z.number().int().nullable(),
  code: z.string(),
  at: z.string(),
  found: z.string().nullable(),
});
export type CaptureFault = z.infer<typeof CaptureFault>;

export const CaptureJob = z.object({
  captureID: idOf("cap"),
  createdAt: IsoTime,
  finishedAt: IsoTime.nullable(),
  running: z.boolean(),
  success: z.boolean(),
  captureErrorBehaviour: z.enum(["rollback", "proceed"]),
  /** Events read, kept, there before with the same content, and not kept. */
  read: z.number().int(),
  kept: z.number().int(),
  known: z.number().int(),
  wrong: z.number().int(),
  /** The first hundred. */
  errors: z.array(CaptureFault),
});
export type CaptureJob = z.infer<typeof CaptureJob>;

export const Key = z.string().trim().min(3).max(2000);

export const TraceEvent = z.object({
  number: z.number().int(),
  eventId: z.string(),
  type: z.string(),
  action: z.string().nullable(),
  step: z.string().nullable(),
  disposition: z.string().nullable(),
  place: z.string().nullable(),
  happenedAt: IsoTime,
  recordedAt: IsoTime,
  /** Whether it says to have happened after it was recorded: a clock is wrong, or it is a plan. */
  ahead: z.boolean(),
  /** Whether it declares another event wrong. */
  declares: z.boolean(),
  own: z.boolean(),
  things: z.array(z.string()),
});
export type TraceEvent = z.infer<typeof TraceEvent>;

export const Reached = z.object({ thing: z.string(), why: z.enum(["made", "contains"]), after: z.string().nullable() });
export const Holder = z.object({
  holder: z.string(),
  role: z.string(),
  thing: z.string(),
  since: z.string(),
  latest: z.boolean(),
  /** The party on the platform, where its key is known. */
  partyId: z.string().nullable(),
});
export type Holder = z.infer<typeof Holder>;

export const Journey = z.object({
  thing: z.string(),
  origins: z.array(z.object({ thing: z.string(), into: z.string().nullable() })),
  reached: z.array(Reached),
  events: z.array(TraceEvent),
  evidence: z.array(
    z.object({ document: z.string(), kind: z.enum(["certificate", "test-result"]), thing: z.string() }),
  ),
  holders: z.array(Holder),
  /** Things that come from themselves by way of others: the events are wrong somewhere. */
  circle: z.array(z.string()),
  counts: z.object({ origins: z.number().int(), reached: z.number().int(), events: z.number().int() }),
  /** Whether there is more than is followed. */
  cut: z.boolean(),
});
export type Journey = z.infer<typeof Journey>;

export const RecallRecord = z.object({
  id: idOf("rcl"),
  thing: z.string(),
  reason: z.string(),
  reached: z.array(Reached),
  holders: z.array(Holder),
  notified: z.number().int(),
  calledAt: IsoTime,
  own: z.boolean(),
});
export type RecallRecord = z.infer<typeof RecallRecord>;

export const Share = z.object({ readerId: z.string(), name: z.string(), sharedAt: IsoTime });
