import type { NormativeDocument } from "../reference.ts";
import type { EffectiveInterval, RequirementRow } from "../requirement.ts";
import { type RowProblem, rowProblem } from "./row-problem.ts";
import type { DocumentRecord } from "./vocabulary.ts";

/** Documents that are no market's own: any market may adopt them. */
export const INTERNATIONAL: readonly string[] = ["CODEX", "INT", "ASEAN"];

/**
 * What a row says against the record of its document: another market, or days on which the document does not hold.
 *
 * @example outsideDocument({ market: "TH", document: "GB 2762-2022", effective: { from: "2023-06-30", to: null } }, { market: "CN", effective: { from: "2023-06-30", to: null, precision: "day" } }).map(({ code }) => code) // → ["row-market-of-document"] (a Chinese standard sets no Thai limit)
 * @example outsideDocument({ market: "CN", document: "GB 2762-2022", effective: { from: "1980-01-01", to: null } }, { market: "CN", effective: { from: "2023-06-30", to: null, precision: "day" } }).map(({ code }) => code) // → ["row-outside-document"] (43 years before the document)
 * @example outsideDocument({ market: "VN", document: "CXS 212-1999", effective: { from: "1999-12-31", to: null } }, { market: "CODEX", effective: { from: "1999-12-31", to: null, precision: "year" } }) // → [] (an international document)
 * @source ours: a requirement holds where and while its document does
 */
export function outsideDocument(
  row: Pick<RequirementRow, "market" | "document" | "effective">,
  { market, effective }: DocumentRecord,
): readonly RowProblem[] {
  const problems: RowProblem[] = [];
  if (market !== row.market && !INTERNATIONAL.includes(market))
    problems.push(
      rowProblem("market", "row-market-of-document", { market: row.market, document: row.document, of: market }),
    );
  const least = earliest(effective);
  const { from, to } = row.effective;
  const early = least !== null && (from === null || from < least);
  const late = effective.to !== null && (to === null || to > effective.to);
  if (early || late)
    problems.push(
      rowProblem(early ? "from" : "to", "row-outside-document", {
        ...{ from: from ?? "…", to: to ?? "…", document: row.document },
        ...{ documentFrom: effective.from ?? "…", documentTo: effective.to ?? "…" },
      }),
    );
  return problems;
}

/** The first day on which a document can have held, as exactly as its record knows it. */
function earliest({
  from,
  precision,
}: EffectiveInterval & Pick<NormativeDocument["effective"], "precision">): string | null {
  if (from === null || precision === "floor") return null;
  return precision === "year" ? `${from.slice(0, 4)}-01-01` : from;
}
