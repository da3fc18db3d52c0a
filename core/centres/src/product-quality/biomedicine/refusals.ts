import { type Refuse, refuser } from "@quanheng/kernel/refusal.ts";
import type { MethodRefusal } from "../../method-refusals.ts";

/** What the methods of biomedicine decline besides what any method may. */
export type BiomedicineRefusal = never;

export const refuse: Refuse<MethodRefusal | BiomedicineRefusal> = refuser();
