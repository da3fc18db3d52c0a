import { type Refuse, refuser } from "@quanheng/kernel/refusal.ts";
import type { MethodRefusal } from "../../method-refusals.ts";

/** What the methods of petrochemicals decline besides what any method may. */
export type PetrochemicalsRefusal = never;

export const refuse: Refuse<MethodRefusal | PetrochemicalsRefusal> = refuser();
