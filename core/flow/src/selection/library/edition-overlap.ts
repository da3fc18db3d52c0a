import { designationOf } from "../planner/edition.ts";
import type { NormativeDocument } from "../reference.ts";
import { intersects } from "./overlap.ts";

type Edition = Pick<NormativeDocument, "id" | "effective" | "supersedes">;

/**
 * Another edition of the same document that would be in force on the same days, or null.
 *
 * Editions are told apart by the year at the end of their designation. One without a stated end ends where an edition that
 * supersedes it begins. A designation without a year is no edition of another, and what different issuers number alike are
 * different documents.
 *
 * @example editionOverlap({ id: "GB/T 317-2018", effective: { from: "2019-02-01", to: null }, supersedes: [] }, [{ id: "GB/T 317-2006", effective: { from: "2006-10-01", to: null }, supersedes: [] }])?.id // → "GB/T 317-2006" (nothing ends the older one)
 * @example editionOverlap({ id: "GB/T 317-2018", effective: { from: "2019-02-01", to: null }, supersedes: ["GB/T 317-2006"] }, [{ id: "GB/T 317-2006", effective: { from: "2006-10-01", to: null }, supersedes: [] }]) // → null (superseded on the day)
 * @example editionOverlap({ id: "GB/T 317-2018", effective: { from: "2019-02-01", to: null }, supersedes: [] }, [{ id: "GB/T 318-2018", effective: { from: null, to: null }, supersedes: [] }]) // → null (another document)
 * @example editionOverlap({ id: "QCVN 19:2019/BKHCN", effective: { from: "2019-12-31", to: null }, supersedes: [] }, [{ id: "QCVN 19:2009/BTNMT", effective: { from: "2010-01-01", to: null }, supersedes: [] }]) // → null (two ministries)
 * @source ours: valid time is half-open, [from, to)
 */
export function editionOverlap<Other extends Edition>(proposed: Edition, others: Iterable<Other>): Other | null {
  const number = numberOf(proposed.id);
  if (number === null) return null;
  for (const other of others) {
    if (other.id === proposed.id || numberOf(other.id) !== number) continue;
    if (intersects(endedBy(proposed, other), endedBy(other, proposed))) return other;
  }
  return null;
}

/** The document of which a designation names an edition, with the letters of its issuer where they stand behind the year. */
function numberOf(id: string): string | null {
  const { document, edition } = designationOf(id);
  return edition === null ? null : document + (/\/\p{Lu}+$/u.exec(edition)?.[0] ?? "");
}

/** The days of an edition, ended where the other one supersedes it and nothing else is stated. */
function endedBy({ id, effective: { from, to } }: Edition, by: Edition): { from: string | null; to: string | null } {
  return { from, to: to ?? (by.supersedes.includes(id) ? by.effective.from : null) };
}
