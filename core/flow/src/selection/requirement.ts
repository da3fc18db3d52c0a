import type { RoundingConvention } from "@quanheng/kernel/limit-comparison.ts";
import type { Limit } from "./limit.ts";

export type Force = "mandatory" | "voluntary" | "conditional";
export type Confidence = "high" | "medium";
export type Basis = "source-read" | "expert-knowledge";

/** How far a row may be trusted; only `read` and `verified` rows can carry more than an indicative verdict. */
export type RowStatus = "read" | "recalled" | "proposed" | "verified" | "retired";

/** Valid time, half-open: `from` is the first day, `to` the first day after; null is open. ISO dates. */
export type EffectiveInterval = { readonly from: string | null; readonly to: string | null };

/**
 * One requirement of one document for one market: a fact with its place in the document.
 * This is also the shape of a line in `data/requirements/rows/<product>.json`.
 */
export type RequirementRow = {
  readonly id: string;
  readonly product: string;
  /** ISO 3166 alpha-2, or CODEX, INT, ASEAN. */
  readonly market: string;
  readonly document: string;
  readonly clause: string;
  readonly characteristic: string;
  /** Facets that must all be claimed for the row to apply; null applies always. */
  readonly variant: Readonly<Record<string, string>> | null;
  readonly limit: Limit;
  /** UCUM code, resolved against the characteristic; null where the limit has no unit. */
  readonly unit: string | null;
  /** Alternatives named by the document; empty leaves the method open. */
  readonly methods: readonly string[];
  readonly force: Force;
  readonly effective: EffectiveInterval;
  readonly confidence: Confidence;
  readonly basis: Basis;
  /** Where the value was read, if not in the document itself. */
  readonly source: string | null;
  readonly note: string | null;
  /** What the figure refers to, e.g. dry matter. */
  readonly basisOf: string | null;
  /** Circumstances under which the row holds. */
  readonly condition: string | null;
  readonly sampling: Readonly<Record<string, string>> | null;
  /** Decision rule that the document itself prescribes. */
  readonly decisionRule: string | null;
} & LimitComparison;

/** How a document wants its limit compared, where it is not every digit of the value (GB/T 8170-2008, 4.3.1). */
export type LimitComparison = {
  readonly comparison?: "full" | "rounded";
  /** Rounding interval of `rounded`, decimal digits; absent is the last place of the bound. */
  readonly interval?: string;
  /** Whose rounding `rounded` follows; absent is that of GB/T 8170. */
  readonly convention?: RoundingConvention;
};

/**
 * What a row states of its comparison, and nothing else of it.
 *
 * @example comparisonOf({ id: "r", comparison: "rounded", convention: "usp" }) // → { comparison: "rounded", convention: "usp" } (as stated)
 * comparisonOf({ id: "r" }) // → {} (nothing is stated: every digit counts)
 * @source GB/T 8170-2008, 4.3
 */
export function comparisonOf({
  comparison,
  interval,
  convention,
}: { readonly [Name in keyof LimitComparison]?: LimitComparison[Name] | undefined }): LimitComparison {
  return {
    ...(comparison ? { comparison } : {}),
    ...(interval === undefined ? {} : { interval }),
    ...(convention ? { convention } : {}),
  };
}

/** A row as recorded at an instant; a later version of the same row supersedes it from then on. */
export type RequirementVersion = RequirementRow & {
  readonly versionId: string;
  readonly status: RowStatus;
  /** Instant of recording, UTC with offset. */
  readonly recordedAt: string;
};

/**
 * Whether a row counts as read: only when its value was seen in the source and the compiler was sure of it.
 *
 * @example statusOf({ basis: "source-read", confidence: "high" }) // → "read" (seen, and sure)
 * @example statusOf({ basis: "expert-knowledge", confidence: "high" }) // → "recalled" (not seen)
 * @source ours: recalled figures never decide
 */
export function statusOf(row: Pick<RequirementRow, "basis" | "confidence">): "read" | "recalled" {
  return row.basis === "source-read" && row.confidence === "high" ? "read" : "recalled";
}

/**
 * Whether verdicts on the row are more than indicative.
 *
 * @example mayDecide("verified") // → true (compared with the official text)
 * @example mayDecide("recalled") // → false (indicative only)
 * @source ours: recalled figures never decide
 */
export function mayDecide(status: RowStatus): boolean {
  return status === "read" || status === "verified";
}
