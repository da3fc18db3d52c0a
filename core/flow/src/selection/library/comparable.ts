import { designationOf } from "../planner/edition.ts";
import type { NormativeDocument } from "../reference.ts";

/**
 * The first day on which anybody can have held the official text of a document: that of its publication; where that is
 * not recorded, a year before the year of its edition or before it takes effect. Null where nothing is known.
 *
 * @example firstComparable({ id: "GB 2762-2022", published: "2022-06-30", effective: { from: "2023-06-30", to: null, precision: "day" } }) // → "2022-06-30" (published)
 * @example firstComparable({ id: "TCVN 6959:2001", published: null, effective: { from: "2001-12-31", to: null, precision: "year" } }) // → "2000-01-01" (by its edition)
 * @source ours: a text is compared once it exists
 */
export function firstComparable({
  id,
  published,
  effective,
}: Pick<NormativeDocument, "id" | "published" | "effective">): string | null {
  if (published !== null) return published;
  const known = effective.precision === "floor" ? null : effective.from;
  const year = designationOf(id).edition?.slice(0, 4) ?? known?.slice(0, 4);
  return year === undefined ? null : `${Number(year) - 1}-01-01`;
}
