import type { RequirementRow } from "../requirement.ts";
import type { RowField, RowTexts } from "./row-problem.ts";

/**
 * A row of the library as the form and the file show it: what `readRow` reads back.
 *
 * @example rowTexts({ id: "r", product: "sugar", market: "CN", document: "D", clause: "1", characteristic: "so2", variant: null, limit: { kind: "interval", max: "30", maxExclusive: true }, unit: "mg/kg", methods: [], force: "mandatory", effective: { from: null, to: null }, confidence: "high", basis: "source-read", source: null, note: null, basisOf: null, condition: null }).max // → "<30" (an exclusive end)
 * @source ours: the form of a row as it is typed
 */
export function rowTexts(row: RequirementRow): RowTexts {
  const texts: Record<string, string | null> = {
    id: row.id,
    product: row.product,
    market: row.market,
    document: row.document,
    clause: row.clause,
    characteristic: row.characteristic,
    variant: pairsText(row.variant),
    ...limitTexts(row),
    unit: row.unit,
    methods: row.methods.join("; "),
    force: row.force,
    from: row.effective.from,
    to: row.effective.to,
    confidence: row.confidence,
    basis: row.basis,
    source: row.source,
    note: row.note,
    basisOf: row.basisOf,
    condition: row.condition,
  } satisfies Partial<Record<RowField, string | null>>;
  return Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== null && text !== "")) as RowTexts;
}

function limitTexts({ limit }: RequirementRow): Partial<Record<RowField, string>> {
  switch (limit.kind) {
    case "interval":
      return {
        ...(limit.min === undefined ? {} : { min: `${limit.minExclusive ? ">" : ""}${limit.min}` }),
        ...(limit.max === undefined ? {} : { max: `${limit.maxExclusive ? "<" : ""}${limit.max}` }),
      };
    case "not-detected":
      return { notDetectedIn: limit.amount };
    case "plan":
      return { plan: pairsText(limit.plan) ?? "" };
    case "severity":
      return { level: limit.level, scale: limit.scale };
    case "formula":
      return { formula: limit.expr, side: limit.side };
    case "conform":
      return { conform: limit.text };
    case "one-of":
      return { oneOf: limit.values.join("; ") };
    case "all-of":
      return { allOf: limit.values.join("; ") };
  }
}

function pairsText(pairs: Readonly<Record<string, string>> | null): string | null {
  if (pairs === null) return null;
  return Object.entries(pairs)
    .map(([name, value]) => `${name}=${value}`)
    .join("; ");
}
