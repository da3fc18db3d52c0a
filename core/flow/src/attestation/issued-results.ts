import { decimal, formatDecimal, times } from "@quanheng/kernel/decimal.ts";
import type { MeasuredResult } from "../decision/result.ts";
import type { ReportResult } from "./report-snapshot.ts";

/** Coverage of about 95 % when u has many degrees of freedom. @source JCGM 100:2008, 6.3.3 */
const TWO = decimal("2");

type Issued = Pick<ReportResult, "characteristic" | "unit" | "reported" | "value" | "u" | "expanded">;

/**
 * A result of an issued report as conformity is decided on, e.g. for a market that was added after it was issued.
 *
 * The expanded uncertainty is the printed one, so that whoever holds the report reaches the same verdict; where only the
 * standard one is in the report, as for a result below what can be quantified, it is U = 2·u. The degrees of freedom are
 * not in a report and count as infinite.
 *
 * @param covers requirement rows that it answers
 * @example issuedResult({ characteristic: "lead", unit: "mg/kg", reported: "0.21", value: "0.2104", u: "0.011", expanded: "0.022" }, ["r"]) // → { characteristic: "lead", operator: "=", value: "0.2104", u: "0.011", expanded: "0.022", dof: null, covers: ["r"] } (the digits of the report)
 * @example issuedResult({ characteristic: "lead", unit: "mg/kg", reported: "< 0.05", value: "0.05", u: null, expanded: null }, ["r"]).operator // → "<" (below what can be quantified)
 * @example issuedResult({ characteristic: "lead", unit: "mg/kg", reported: "< 0.05", value: "0.05", u: "0.004", expanded: null }, ["r"]).expanded // → "0.008" (2·0.004)
 * @source ISO/IEC 17025:2017, 7.8.6.2 (conformity is stated on results)
 */
export function issuedResult(result: Issued, covers: readonly string[]): MeasuredResult {
  const { characteristic, unit, reported, value, u, expanded } = result;
  const sign = /^\s*([<>])/.exec(reported)?.[1];
  return {
    characteristic,
    operator: sign === "<" || sign === ">" ? sign : "=",
    value,
    u,
    expanded: expanded ?? (u === null ? null : formatDecimal(times(TWO, decimal(u)))),
    dof: null,
    unit,
    reported,
    covers,
  };
}
