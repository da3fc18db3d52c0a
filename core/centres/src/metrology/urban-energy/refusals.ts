import { type Refuse, refuser } from "@quanheng/kernel/refusal.ts";
import type { MethodRefusal } from "../../method-refusals.ts";

/** What the methods of urban energy metering decline besides what any method may. */
export type UrbanEnergyRefusal = never;

export const refuse: Refuse<MethodRefusal | UrbanEnergyRefusal> = refuser();
