import type { Bilingual } from "@quanheng/kernel/bilingual.ts";
import type { RowField, RowTexts } from "../library/row-problem.ts";

/** Standards that others than the state's ministries write: of a region, of a group, of an enterprise. */
export const DRAFT_KINDS = ["regional", "group", "enterprise"] as const;
export type DraftKind = (typeof DRAFT_KINDS)[number];

/** One proposed limit: a requirement as it is typed, and why it is proposed. */
export type DraftLimit = { readonly id: string; readonly texts: RowTexts; readonly rationale: string };

/** The text of a draft: what one version of it holds. */
export type Draft = {
  readonly kind: DraftKind;
  readonly number: string;
  readonly title: Bilingual;
  readonly products: readonly string[];
  readonly scope: Bilingual;
  readonly limits: readonly DraftLimit[];
};

/** The market in which these standards hold. */
export const DRAFT_MARKET = "CN";

/** What an author types of a limit; market, document and trust follow from the draft. */
export const LIMIT_FIELDS = [
  "clause",
  "product",
  "characteristic",
  "variant",
  "min",
  "max",
  "unit",
  "methods",
  "notDetectedIn",
  "plan",
  "level",
  "scale",
  "formula",
  "side",
  "conform",
  "oneOf",
  "allOf",
  "force",
  "note",
  "basisOf",
  "condition",
] as const satisfies readonly RowField[];

/**
 * A proposed limit as a row of the library: what the author typed, in the market and document of the draft.
 *
 * A limit that names no product is of the draft's first one; one that says nothing of its force is voluntary, as these
 * standards are. The value stands in the draft itself, so it counts as read in its source.
 *
 * @example limitRow({ kind: "group", number: "T/GXT 1-2026", title: { zh: "", en: "" }, products: ["sugar"], scope: { zh: "", en: "" }, limits: [] }, { id: "dli-0001", texts: { clause: "4.1", characteristic: "so2", max: "10", market: "VN" }, rationale: "" }) // → { product: "sugar", market: "CN", document: "T/GXT 1-2026", force: "voluntary", max: "10" } (the market is not the author's to choose)
 * @source Standardization Law of the People's Republic of China (2017), article 2: standards below the national mandatory ones are voluntary (recalled)
 */
export function limitRow(draft: Draft, { texts }: DraftLimit): RowTexts {
  const typed = Object.fromEntries(LIMIT_FIELDS.flatMap((field) => (texts[field] ? [[field, texts[field]]] : [])));
  return {
    force: "voluntary",
    product: draft.products[0] ?? "",
    ...typed,
    market: DRAFT_MARKET,
    document: draft.number,
    confidence: "high",
    basis: "source-read",
  };
}
