import type { RequirementRow } from "../requirement.ts";
import { type Stringency, stringency } from "./stringency.ts";

/** What became of one requirement between two days. */
export type Difference<Row extends RequirementRow> = {
  readonly characteristic: string;
  readonly market: string;
  readonly change: "added" | "removed" | "tightened" | "relaxed" | "changed";
  readonly before: readonly Row[];
  readonly after: readonly Row[];
};

/**
 * What changed between two sets of rows of one product, e.g. those of two days; what stayed the same is left out.
 *
 * Rows answer each other when market, characteristic, variant, basis and condition agree. A place that holds several
 * rows, or whose two limits do not compare, is reported as changed and left to the reader.
 *
 * @example differences([{ characteristic: "so2", market: "CN", id: "r", document: "D", clause: "1", variant: null, limit: { kind: "interval", max: "30" }, unit: "mg/kg", force: "mandatory", basisOf: null, condition: null }], [{ characteristic: "so2", market: "CN", id: "r", document: "D", clause: "1", variant: null, limit: { kind: "interval", max: "20" }, unit: "mg/kg", force: "mandatory", basisOf: null, condition: null }]) // → [{ characteristic: "so2", market: "CN", change: "tightened" }] (at most 20 is stricter than at most 30)
 * @example differences([], [{ characteristic: "so2", market: "CN", id: "r", document: "D", clause: "1", variant: null, limit: { kind: "interval", max: "20" }, unit: "mg/kg", force: "mandatory", basisOf: null, condition: null }])[0].change // → "added" (there was none)
 * @source ours: limits are intervals so that this can be decided
 */
export function differences<Row extends RequirementRow>(
  before: readonly Row[],
  after: readonly Row[],
): readonly Difference<Row>[] {
  const former = Map.groupBy(before, placeOf);
  const later = Map.groupBy(after, placeOf);
  return [...new Set([...former.keys(), ...later.keys()])]
    .sort()
    .flatMap((place) => differenceAt(former.get(place) ?? [], later.get(place) ?? []));
}

function differenceAt<Row extends RequirementRow>(before: readonly Row[], after: readonly Row[]): Difference<Row>[] {
  const [first] = [...before, ...after];
  if (!first || contents(before) === contents(after)) return [];
  const { characteristic, market } = first;
  return [{ characteristic, market, change: changeOf(before, after), before, after }];
}

function changeOf<Row extends RequirementRow>(
  before: readonly Row[],
  after: readonly Row[],
): Difference<Row>["change"] {
  if (before.length === 0) return "added";
  if (after.length === 0) return "removed";
  if (before.length > 1 || after.length > 1) return "changed";
  return CHANGE[stringency(after[0] as Row, before[0] as Row)];
}

const CHANGE = {
  stricter: "tightened",
  looser: "relaxed",
  equal: "changed",
  incomparable: "changed",
} as const satisfies Record<Stringency, string>;

/** Document and clause count as content: a new edition with the same figure is a change worth reading. */
function contents(rows: readonly RequirementRow[]): string {
  return rows
    .map(({ document, clause, limit, unit, force }) => JSON.stringify([document, clause, limit, unit, force]))
    .sort((a, b) => (a < b ? -1 : 1))
    .join("\n");
}

function placeOf({ characteristic, market, variant, basisOf, condition }: RequirementRow): string {
  const facets = Object.entries(variant ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([characteristic, market, facets, basisOf, condition]);
}
