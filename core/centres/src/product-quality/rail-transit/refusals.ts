import { type Refuse, refuser } from "@quanheng/kernel/refusal.ts";
import type { MethodRefusal } from "../../method-refusals.ts";

/** What the methods of rail transit decline besides what any method may. */
export type RailTransitRefusal = never;

export const refuse: Refuse<MethodRefusal | RailTransitRefusal> = refuser();
