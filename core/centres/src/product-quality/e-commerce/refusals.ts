import { type Refuse, refuser } from "@quanheng/kernel/refusal.ts";
import type { MethodRefusal } from "../../method-refusals.ts";

/** What the methods of goods sold online decline besides what any method may. */
export type ECommerceRefusal = never;

export const refuse: Refuse<MethodRefusal | ECommerceRefusal> = refuser();
