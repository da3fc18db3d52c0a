import { type Refuse, refuser } from "@quanheng/kernel/refusal.ts";

/** What the drafting of a standard declines, and why; the sentences live in the message catalogues. */
export type DraftingRefusal =
  /** The proposed number is not written as numbers of its kind are. Facts: number, example. */
  | "draft-number-malformed"
  /** The step does not lead on from the state. Facts: state, step. */
  | "draft-step-impossible"
  /** Comments wait for an answer. Facts: count. */
  | "draft-comments-unanswered"
  /** Nobody was asked yet. Facts: none. */
  | "draft-round-needed"
  /** A draft without a limit. Facts: none. */
  | "draft-without-limits"
  /** A limit does not check out. Facts: clause, count. */
  | "draft-limit-faulty"
  /** A limit admits what a mandatory requirement of the same market forbids. Facts: clause, row. */
  | "draft-below-mandatory"
  /** A round would end before it begins, or later than is believable. Facts: from, until. */
  | "draft-days-disordered"
  /** A round ends before its last day without a word why. Facts: until. */
  | "draft-early-reason"
  /** A step that takes something back says why. Facts: step. */
  | "draft-reason-needed"
  /** A document of this number exists. Facts: number. */
  | "draft-number-taken"
  /** Who wrote a version of the draft approves it. Facts: none. */
  | "draft-own-approval"
  /** Nobody is known under this id or code. Facts: party. */
  | "draft-party-unknown"
  /** The draft has no such limit. Facts: limit. */
  | "draft-limit-unknown";

export const refuse: Refuse<DraftingRefusal> = refuser();
