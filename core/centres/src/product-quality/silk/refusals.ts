import { type Refuse, refuser } from "@quanheng/kernel/refusal.ts";
import type { MethodRefusal } from "../../method-refusals.ts";

/** What the methods of cocoon and silk decline besides what any method may. */
export type SilkRefusal = never;

export const refuse: Refuse<MethodRefusal | SilkRefusal> = refuser();
