import { type Refuse, refuser } from "@quanheng/kernel/refusal.ts";
import type { MethodRefusal } from "../../method-refusals.ts";

/** What the methods of electronics decline besides what any method may. */
export type ElectronicsRefusal = never;

export const refuse: Refuse<MethodRefusal | ElectronicsRefusal> = refuser();
