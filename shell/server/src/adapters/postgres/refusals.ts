import type { StartRefusal } from "@quanheng/contract/messages/problems/start.ts";
import { type Refuse, refuser } from "@quanheng/kernel/refusal.ts";

export type { StartRefusal };

/** Declines to start; the sentence in the catalogue says what to do. It is read on the console, never over HTTP. */
export const refuseStart: Refuse<StartRefusal> = refuser();
