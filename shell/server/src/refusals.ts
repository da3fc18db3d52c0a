import type { ServerRefusal } from "@quanheng/contract/messages/problems/server.ts";
import { type Refuse, refuser } from "@quanheng/kernel/refusal.ts";

export type { ServerRefusal };

/** Declines a request with one of the platform's own codes; the sentence stands in the contract's catalogue. */
export const refuse: Refuse<ServerRefusal> = refuser();
