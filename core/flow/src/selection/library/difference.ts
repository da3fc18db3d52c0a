import { comparisonOf, type RequirementRow } from "../requirement.ts";
import { ROW_FIELDS, type RowField } from "./row-problem.ts";
import { rowTexts } from "./row-texts.ts";

export type FieldChange = { readonly field: RowField; readonly before: string; readonly after: string };

/** What a proposed row is beside the library: a row of its own, a change field by field, or nothing new. */
export type RowDifference =
  | { readonly kind: "new"; readonly changes: readonly [] }
  | { readonly kind: "same"; readonly changes: readonly [] }
  | { readonly kind: "changed"; readonly changes: readonly FieldChange[] };

/**
 * What a proposed row changes in the library.
 *
 * @param before the newest version of the row, if the library holds one
 * @example rowDifference({ id: "r", product: "sugar", market: "CN", document: "D", clause: "1", characteristic: "so2", variant: null, limit: { kind: "interval", max: "30" }, unit: "mg/kg", methods: [], force: "mandatory", effective: { from: null, to: null }, confidence: "high", basis: "source-read", source: null, note: null, basisOf: null, condition: null }, { id: "r", product: "sugar", market: "CN", document: "D", clause: "1", characteristic: "so2", variant: null, limit: { kind: "interval", max: "20" }, unit: "mg/kg", methods: [], force: "mandatory", effective: { from: null, to: null }, confidence: "high", basis: "source-read", source: null, note: null, basisOf: null, condition: null }) // → { kind: "changed", changes: [{ field: "max", before: "30", after: "20" }] } (field by field)
 * @example rowDifference(undefined, { id: "r", product: "sugar", market: "CN", document: "D", clause: "1", characteristic: "so2", variant: null, limit: { kind: "interval", max: "20" }, unit: "mg/kg", methods: [], force: "mandatory", effective: { from: null, to: null }, confidence: "high", basis: "source-read", source: null, note: null, basisOf: null, condition: null }).kind // → "new" (the library holds none)
 * @source ours: two people read the same difference
 */
export function rowDifference(before: RequirementRow | undefined, after: RequirementRow): RowDifference {
  if (before === undefined) return { kind: "new", changes: [] };
  const [old, young] = [rowTexts(before), rowTexts(after)];
  const changes = ROW_FIELDS.flatMap((field): FieldChange[] => {
    const [was, is] = [old[field] ?? "", young[field] ?? ""];
    return was === is ? [] : [{ field, before: was, after: is }];
  });
  return changes.length === 0 ? { kind: "same", changes: [] } : { kind: "changed", changes };
}

/**
 * A row with what neither form nor file shows, kept from its former version: sampling, decision rule, meanings in a
 * formula.
 *
 * @example withUnshown({ limit: {}, sampling: { n: "5" }, decisionRule: null }, { limit: {}, sampling: null }).sampling // → { n: "5" } (kept, for no form shows it)
 * @source ours: what nobody saw, nobody changed
 */
export function withUnshown(before: RequirementRow | undefined, after: RequirementRow): RequirementRow {
  if (before === undefined) return after;
  const [was, is] = [before.limit, after.limit];
  const limit =
    was.kind === "formula" && is.kind === "formula" && was.expr === is.expr ? { ...is, vars: was.vars } : is;
  return { ...after, limit, sampling: before.sampling, decisionRule: before.decisionRule, ...comparisonOf(before) };
}
