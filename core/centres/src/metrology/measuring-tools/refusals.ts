import { type Refuse, refuser } from "@quanheng/kernel/refusal.ts";
import type { MethodRefusal } from "../../method-refusals.ts";

/** What the methods of measuring tools decline besides what any method may. */
export type MeasuringToolsRefusal = never;

export const refuse: Refuse<MethodRefusal | MeasuringToolsRefusal> = refuser();
