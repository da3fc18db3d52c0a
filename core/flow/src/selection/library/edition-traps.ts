import type { Adoption, NormativeDocument } from "../reference.ts";

/** What a reader may take for the same thing and is not, or for sure and is not. */
export type EditionTrap =
  /** It adopts an edition that no longer stands itself. */
  | { readonly kind: "adopts-fallen"; readonly document: string; readonly successor: string | null }
  /** Another document adopts another edition of the same base. */
  | { readonly kind: "other-edition-adopted"; readonly document: string; readonly own: string; readonly other: string }
  /** Another document has the same number and another year or force. */
  | { readonly kind: "same-number"; readonly document: string }
  /** The day from which it applies is known only to the year, or as no later than. */
  | { readonly kind: "day-uncertain"; readonly precision: "year" | "floor" }
  /** It is adopted with changes: results carry over clause by clause only, or not at all. */
  | { readonly kind: "not-identical"; readonly document: string; readonly degree: "MOD" | "NEQ" };

/**
 * The traps around one document.
 *
 * @param fallenOf what took the place of a document that no longer stands; null while it stands
 * @example editionTraps({ id: "GB/T 317-2018", adopts: [{ to: "CXS 212-1999", degree: "MOD" }], effective: { precision: "day" } }, [{ id: "GB 317-2006", adopts: [] }], () => null) // → [{ kind: "not-identical", document: "CXS 212-1999", degree: "MOD" }, { kind: "same-number", document: "GB 317-2006" }] (adopted with changes, and a namesake of another year)
 * @source ISO/IEC Guide 21-1:2005, for the degrees of adoption
 */
export function editionTraps(
  document: Pick<NormativeDocument, "id" | "adopts" | "effective">,
  all: Iterable<Pick<NormativeDocument, "id" | "adopts">>,
  fallenOf: (id: string) => { readonly successor: string | null } | null,
): readonly EditionTrap[] {
  const traps: EditionTrap[] = [];
  const { precision } = document.effective;
  if (precision !== "day") traps.push({ kind: "day-uncertain", precision });
  for (const { to, degree } of document.adopts) {
    const gone = fallenOf(to);
    if (gone) traps.push({ kind: "adopts-fallen", document: to, successor: gone.successor });
    if (degree !== "IDT") traps.push({ kind: "not-identical", document: to, degree });
  }
  for (const other of all) {
    if (other.id === document.id) continue;
    if (numberOf(other.id) === numberOf(document.id)) traps.push({ kind: "same-number", document: other.id });
    traps.push(...differingEditions(document.adopts, other));
  }
  return traps;
}

function differingEditions(
  own: readonly Adoption[],
  other: Pick<NormativeDocument, "id" | "adopts">,
): readonly EditionTrap[] {
  return own.flatMap(({ to }) =>
    other.adopts
      .filter((theirs) => theirs.to !== to && numberOf(theirs.to) === numberOf(to))
      .map((theirs): EditionTrap => ({ kind: "other-edition-adopted", document: other.id, own: to, other: theirs.to })),
  );
}

/**
 * The number of a document without its year, amendments and the mark of a voluntary standard.
 *
 * @example numberOf("GB/T 317-2018") // → "GB 317" (the mandatory and the voluntary edition share it)
 * @example numberOf("IEC 62560:2011+A1:2015") // → "IEC 62560" (edition and amendment left out)
 * @source ours: how editions of one standard are recognised
 */
export function numberOf(id: string): string {
  return id.replace(/[-:](?:19|20|25)\d{2}.*$/, "").replace(/^(GB|DB\d*|JJF?)\/[TZ]\s/, "$1 ");
}
