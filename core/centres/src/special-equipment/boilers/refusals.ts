import { type Refuse, refuser } from "@quanheng/kernel/refusal.ts";
import type { MethodRefusal } from "../../method-refusals.ts";

/** What the methods of industrial boilers decline besides what any method may. */
export type BoilersRefusal = never;

export const refuse: Refuse<MethodRefusal | BoilersRefusal> = refuser();
