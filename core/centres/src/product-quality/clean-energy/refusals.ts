import { type Refuse, refuser } from "@quanheng/kernel/refusal.ts";
import type { MethodRefusal } from "../../method-refusals.ts";

/** What the methods of clean energy decline besides what any method may. */
export type CleanEnergyRefusal = never;

export const refuse: Refuse<MethodRefusal | CleanEnergyRefusal> = refuser();
