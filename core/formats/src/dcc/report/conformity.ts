import { compare } from "@quanheng/kernel/decimal.ts";
import { isCountry2 } from "../../gs1/lists/countries.ts";
import type { ReportResult, ReportSnapshot, ReportVerdict } from "../../report/snapshot.ts";
import type { Conformity, Data, Statement } from "../model/model.ts";
import { numberIn } from "./quantity.ts";
import { bothRich, bothText, filled, referring } from "./texts.ts";
import { unitForm } from "./units.ts";

/** Each verdict on one result, with its document, limits and rule. */
export function verdictStatements(snapshot: ReportSnapshot, result: ReportResult): readonly Statement[] {
  return snapshot.verdicts
    .filter(({ characteristic }) => characteristic === result.characteristic)
    .map((verdict) => verdictStatement(snapshot, verdict, result));
}

/** A verdict for which the report has no result, or with one. */
export function verdictStatement(snapshot: ReportSnapshot, verdict: ReportVerdict, result?: ReportResult): Statement {
  const conformity = conformityOf(verdict, result);
  const data = result && limitsOf(result, verdict.market);
  const norm = filled(verdict.document);
  return {
    refType: tokensOf(verdict),
    name: bothText({ zh: verdict.limitText.zh, en: verdict.limitText.en }),
    ...(isCountry2(verdict.market) ? { countryCodeISO3166_1: [verdict.market] } : {}),
    ...(norm === undefined ? {} : { norm: [norm] }),
    ...referring({
      market: verdict.market,
      clause: verdict.clause,
      edition: verdict.edition,
      requirement: verdict.requirementId,
      "false-acceptance": verdict.probabilityFalseAcceptance ?? "",
      ...(result ? {} : { characteristic: verdict.characteristic }),
    }),
    description: bothRich(result ? snapshot.ruleSentence : verdict.characteristicName),
    declaration: bothRich(verdict.because),
    ...(conformity ? { conformity } : {}),
    ...(data ? { data } : {}),
  };
}

/**
 * Which of the six values a verdict is. A conditional one is a pass or a fail by the side of the limit that the value is
 * on; an undecided one, and one that binds nobody, is none of the six: its tokens and its sentence say what it is.
 *
 * @source PTB, DCC XML schema 3.3.0, `conformity`; ILAC-G8:09/2019, 4.2.3: conditional pass and fail of a guard band
 */
export function conformityOf(verdict: ReportVerdict, result?: ReportResult): Conformity | undefined {
  if (verdict.indicative || verdict.verdict === "undecided") return undefined;
  if (verdict.verdict !== "conditional") return verdict.verdict;
  const value = result && numberIn(result.reported);
  const limit = result?.limits?.find(({ market }) => market === verdict.market);
  if (!value || !limit) return undefined;
  const [lower, upper] = [numberIn(limit.lower ?? ""), numberIn(limit.upper ?? "")];
  if (!lower && !upper) return undefined;
  const isBeyond = (lower && compare(value, lower) < 0) || (upper && compare(value, upper) > 0);
  return isBeyond ? "conditionalFail" : "conditionalPass";
}

function tokensOf({ verdict, indicative, compare: way }: ReportVerdict): string {
  const own = [`quanheng_verdict-${verdict}`, `quanheng_compare-${way}`];
  return ["basic_conformity", ...own, ...(indicative ? ["quanheng_indicative"] : [])].join(" ");
}

function limitsOf(result: ReportResult, market: string): Data | undefined {
  const limit = result.limits?.find((candidate) => candidate.market === market);
  const { written } = unitForm(result.unit);
  const sides = [
    { refType: "basic_toleranceLimitLower", value: limit?.lower ?? "" },
    { refType: "basic_toleranceLimitUpper", value: limit?.upper ?? "" },
  ].filter(({ value }) => numberIn(value) !== undefined);
  if (sides.length === 0) return undefined;
  return {
    parts: sides.map(({ refType, value }) => ({
      name: "quantity" as const,
      value: { refType, real: { value: value.trim().replace(/^[−–]/, "-"), unit: written } },
    })),
  };
}
