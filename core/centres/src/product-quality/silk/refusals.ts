import { type Refuse, refuser } from "@quanheng/kernel/refusal.ts";
import type { MethodRefusal } from "../../method-refusals.ts";

/** What the methods of cocoon and silk decline besides what any method may. */
export type SilkRefusal =
  /** A skein is too fine or too coarse for the silk. Facts: field, given, min, max. */
  | "size-outside-nominal"
  /** A specimen weighs as much dry as wet, or more. Facts: field, wet, dry. */
  | "dry-above-wet"
  /** The regains of the specimens are too far apart: a third one is due. Facts: spread, max. */
  | "regain-spread"
  /** The conditioned size is far from the mean size: the skeins must be weighed again. Facts: conditioned, mean, max. */
  | "size-disagrees"
  /** A nominal size that cannot be read. Facts: given. */
  | "nominal-unreadable"
  /** Two inspectors differ by more than one grade. Facts: first, second. */
  | "inspectors-differ"
  /** Part of something weighs more than the whole. Facts: field, given, max. */
  | "part-above-whole";

export const refuse: Refuse<MethodRefusal | SilkRefusal> = refuser();
