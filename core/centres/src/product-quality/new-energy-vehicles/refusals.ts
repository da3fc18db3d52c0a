import { type Refuse, refuser } from "@quanheng/kernel/refusal.ts";
import type { MethodRefusal } from "../../method-refusals.ts";

/** What the methods of new energy vehicles decline besides what any method may. */
export type NewEnergyVehiclesRefusal = never;

export const refuse: Refuse<MethodRefusal | NewEnergyVehiclesRefusal> = refuser();
