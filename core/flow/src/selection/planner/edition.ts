/** A designation taken apart: the document and the edition that it names. */
export type Designation = { readonly document: string; readonly edition: string | null };

/**
 * Takes a designation apart at the year of its edition, with amendments.
 *
 * @example designationOf("GB/T 17743-2021") // → { document: "GB/T 17743", edition: "2021" } (Chinese form)
 * @example designationOf("IEC 62560:2011+A1:2015") // → { document: "IEC 62560", edition: "2011+A1:2015" } (with an amendment)
 * @example designationOf("TCVN 6333") // → { document: "TCVN 6333", edition: null } (undated)
 * @source ISO/IEC Directives, Part 2:2021, 10.4 and 10.5 (dated and undated references); recalled
 */
export function designationOf(method: string): Designation {
  const found = /^(?<document>.*?\S)\s*[-:‑–](?<edition>(?:19|20)\d{2}(?!\d).*)$/u.exec(method.trim());
  if (!found?.groups) return { document: method.trim(), edition: null };
  return { document: found.groups["document"] as string, edition: (found.groups["edition"] as string).trim() };
}

/**
 * Whether an edition is at least another: by the year of the base edition, then by that of the newest amendment.
 *
 * @example editionReaches("2011+A1:2015", "2011") // → true (an amendment comes later)
 * @example editionReaches("2011", "2011+A1:2015") // → false (the amendment is missing)
 * @example editionReaches("2015", "2011+A1:2015") // → true (a newer edition takes its amendments in)
 * @source ours: editions of one document follow each other by year
 */
export function editionReaches(offered: string, least: string): boolean {
  const [own, asked] = [yearsOf(offered), yearsOf(least)];
  return own.base !== asked.base ? own.base > asked.base : own.newest >= asked.newest;
}

function yearsOf(edition: string): { readonly base: number; readonly newest: number } {
  const years = [...edition.matchAll(/(?:19|20)\d{2}/gu)].map(([year]) => Number(year));
  return { base: years[0] ?? 0, newest: Math.max(0, ...years) };
}
