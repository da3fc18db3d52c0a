import { type Refuse, refuser } from "@quanheng/kernel/refusal.ts";

/** What the stage of attestation declines; the sentences are in `@quanheng/contract/messages/problems/flow.ts`. */
export type AttestationRefusal =
  | "status-not-possible"
  | "status-ended"
  | "report-number-wrong"
  | "colour-malformed"
  | "contrast-low";

export const refuse: Refuse<AttestationRefusal> = refuser();
