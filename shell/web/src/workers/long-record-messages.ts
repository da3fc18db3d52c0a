import type { RecordEvaluation } from "@quanheng/centres/long-record.ts";
import type { Facts } from "@quanheng/kernel/refusal.ts";

/** A file to read and evaluate as one kind of record. */
export type RecordQuestion = { readonly file: File; readonly kind: string; readonly choice: string };
export type RecordAnswer =
  | { readonly kind: "progress"; readonly step: "read" | "evaluate"; readonly share: number }
  | { readonly kind: "done"; readonly evaluation: RecordEvaluation; readonly rows: number; readonly ms: number }
  | { readonly kind: "refused"; readonly code: string; readonly facts: Facts };
