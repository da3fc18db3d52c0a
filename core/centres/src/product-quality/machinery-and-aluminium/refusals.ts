import { type Refuse, refuser } from "@quanheng/kernel/refusal.ts";
import type { MethodRefusal } from "../../method-refusals.ts";

/** What the methods of machinery and aluminium decline besides what any method may. */
export type MachineryAndAluminiumRefusal = never;

export const refuse: Refuse<MethodRefusal | MachineryAndAluminiumRefusal> = refuser();
