import type { getDocument } from "@quanheng/contract/routes/library-documents.ts";
import type { Answer } from "../../../api/client.ts";

const DEGREES = ["IDT", "MOD", "NEQ"] as const;
type Adoption = { readonly to: string; readonly degree: (typeof DEGREES)[number] };

const BLANK = {
  ...{ id: "", titleZh: "", titleEn: "", market: "", kind: "", force: "mandatory", issuer: "", published: "" },
  ...{
    effectiveFrom: "",
    effectiveTo: "",
    precision: "day",
    supersedes: "",
    adopts: "",
    note: "",
    reason: "",
    sideBySide: "",
  },
};
/** A document's record as it is typed. */
export type DocumentDraft = typeof BLANK;

/** The record that is shown, ready to be changed; a blank one for a new document. */
export function draftOf(shown: Answer<typeof getDocument> | null): DocumentDraft {
  if (shown === null) return BLANK;
  return {
    id: shown.id,
    titleZh: shown.title.zh,
    titleEn: shown.title.en,
    market: shown.market,
    kind: shown.kind,
    force: shown.force,
    issuer: shown.issuer ?? "",
    published: shown.published ?? "",
    effectiveFrom: shown.effectiveFrom ?? "",
    effectiveTo: shown.effectiveTo ?? "",
    precision: shown.precision,
    supersedes: shown.supersedes.join("\n"),
    adopts: shown.adopts.map(({ document, degree }) => `${document} = ${degree}`).join("\n"),
    note: shown.note ?? "",
    reason: "",
    sideBySide: "",
  };
}

export function linesOf(typed: string): readonly string[] {
  return [...new Set(typed.split("\n").map((line) => line.trim()))].filter((line) => line !== "");
}

/** Adoptions, one a line; null where a line is none. */
export function adoptionsOf(typed: string): readonly Adoption[] | null {
  const read = linesOf(typed).map((line): Adoption | null => {
    const at = line.lastIndexOf("=");
    const degree = DEGREES.find(
      (each) =>
        each ===
        line
          .slice(at + 1)
          .trim()
          .toUpperCase(),
    );
    const to = line.slice(0, Math.max(0, at)).trim();
    return degree && to.length >= 2 ? { to, degree } : null;
  });
  return read.includes(null) ? null : (read as readonly Adoption[]);
}
