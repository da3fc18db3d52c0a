import type { Bilingual } from "@quanheng/kernel/bilingual.ts";
import { limitText, unitText } from "../selection/limit-text.ts";
import { because } from "./because.ts";
import type { RequirementVerdict } from "./decide-requirement.ts";
import type { DecidableRow, Verdict } from "./judge.ts";
import { probabilityText } from "./probability.ts";
import type { Comparison } from "./zone.ts";

/** A verdict as it is stored, sent and shown. */
export type VerdictView = {
  readonly rowId: string;
  readonly market: string;
  readonly document: string;
  readonly clause: string;
  readonly characteristic: string;
  /** With its unit. */
  readonly limitText: Bilingual;
  readonly compare: Comparison;
  readonly verdict: Verdict;
  readonly indicative: boolean;
  /** Four decimals, rounded up; null where no pass is stated or the risk is not known. */
  readonly probabilityFalseAcceptance: string | null;
  readonly because: Bilingual;
};

/** The wire form of a verdict on its row. */
function verdictView(verdict: RequirementVerdict, row: DecidableRow): VerdictView {
  const { rowId, market, document, clause, characteristic, comparison, indicative, falseAcceptance } = verdict;
  return {
    rowId,
    market,
    document,
    clause,
    characteristic,
    limitText: withUnit(limitText(row.limit), unitText(row.unit)),
    compare: comparison,
    verdict: verdict.verdict,
    indicative,
    probabilityFalseAcceptance: falseAcceptance === null ? null : probabilityText(falseAcceptance),
    because: because(verdict, row.limit, row.unit, row.asks),
  };
}

/**
 * The verdicts of `verdictsByMarket` in their wire form, in the same order; a verdict whose row is not given is left
 * out.
 *
 * @example verdictViews([{ rowId: "r", market: "CN", characteristic: "lead", comparison: "full", verdict: "pass", indicative: false, falseAcceptance: 0.02275, reason: "inside", result: { characteristic: "lead", operator: "=", value: "9.9", u: "0.05", expanded: "0.10", dof: null, unit: "mg/kg", reported: "9.9" } }], [{ id: "r", market: "CN", document: "D", clause: "1", characteristic: "lead", status: "read", limit: { kind: "interval", max: "10.0" }, unit: "mg/kg" }]) // → [{ limitText: { en: "≤ 10.0 mg/kg" }, verdict: "pass", probabilityFalseAcceptance: "0.0228" }] (0.02275 rounded up to four places)
 * @source ours: the form in which verdicts are stored, sent and shown
 */
export function verdictViews(verdicts: readonly RequirementVerdict[], rows: readonly DecidableRow[]): VerdictView[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  return verdicts.flatMap((verdict) => {
    const row = byId.get(verdict.rowId);
    return row ? [verdictView(verdict, row)] : [];
  });
}

function withUnit({ zh, en }: Bilingual, unit: string): Bilingual {
  return unit === "" ? { zh, en } : { zh: `${zh} ${unit}`, en: `${en} ${unit}` };
}
