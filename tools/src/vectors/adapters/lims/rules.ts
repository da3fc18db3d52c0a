import { guardFactor, managedRiskMultiplier, testUncertaintyRatio } from "@quanheng/flow/decision/guard-factor.ts";
import {
  type Levels,
  type ToleranceChoices,
  type ToleranceLevels,
  toleranceBounds,
  toleranceClass,
} from "@quanheng/flow/decision/tolerance.ts";
import {
  checkCriterion,
  checkRange,
  type ExpectedRange,
  type RangeCheck,
} from "@quanheng/flow/determination/range-check.ts";
import { type EnvironmentProfile, environmentStatus } from "@quanheng/flow/surveillance/environment.ts";
import { type Decimal, formatDecimal } from "@quanheng/kernel/decimal.ts";
import { intervalNotation } from "@quanheng/kernel/expression/interval-text.ts";
import { type Check, differs, isCode, type Members, members, optionalText, outcome, text, texts } from "./case.ts";

/** Results beside ranges, tolerances and thresholds. */
export const RULES: Readonly<Record<string, Check>> = {
  "spec.evaluate": specEvaluate,
  "spec.formatInterval": formatInterval,
  "tolerance.evaluate": tolerance,
  "env.threshold": environment,
  "decision.tur": decisionTur,
};

function specEvaluate(input: Members, expect: Members): string | undefined {
  const check =
    typeof input["criterion"] === "string"
      ? checkCriterion(input["criterion"], texts(input["readings"]))
      : rangeCheck(input);
  if ("error" in expect)
    return !check.evaluated && isCode(check.reason, expect["error"]) ? undefined : JSON.stringify(check);
  return differs({ ...check }, expect);
}

function rangeCheck(input: Members): RangeCheck {
  const result = typeof input["result"] === "string" ? input["result"] : texts(input["result"]);
  return checkRange(result, input["range"] === null ? null : rangeOf(members(input["range"])));
}

function rangeOf({ minOp, maxOp, ...range }: Members): ExpectedRange {
  return { ...(range as ExpectedRange), minExcluded: minOp === "gt", maxExcluded: maxOp === "lt" };
}

function formatInterval(input: Members, expect: Members): string | undefined {
  const found = intervalNotation(rangeOf(input));
  return found === (expect as unknown) ? undefined : found;
}

function tolerance(input: Members, expect: Members): string | undefined {
  return outcome(expect, () => {
    if (input["skipped"] === true) return { class: toleranceClass(null, { type: "choice", pass: [] }) };
    if (input["type"] === "choice") {
      const choices: ToleranceChoices = {
        type: "choice",
        pass: texts(input["pass"]),
        tolerance: texts(input["tolerance"]),
      };
      return { class: toleranceClass(text(input, "value"), choices) };
    }
    const levels = levelsOf(input);
    const bounds = toleranceBounds(levels);
    const value = optionalText(input, "value");
    return {
      act: bounds.action?.map(printed),
      tol: bounds.tolerance?.map(printed),
      ...(value === undefined ? {} : { class: toleranceClass(value, levels) }),
    };
  });
}

function printed(bound: Decimal | null): string | null {
  return bound && formatDecimal(bound);
}

function levelsOf(input: Members): ToleranceLevels {
  return {
    type: input["type"] === "percent" ? "percent" : "absolute",
    reference: text(input, "reference"),
    ...(Array.isArray(input["tol"]) ? { tolerance: input["tol"] as unknown as Levels<string> } : {}),
    ...(Array.isArray(input["act"]) ? { action: input["act"] as unknown as Levels<string> } : {}),
  };
}

function environment(input: Members, expect: Members): string | undefined {
  const { warn, crit } = input as { readonly warn?: Levels<string>; readonly crit?: Levels<string> };
  const profile: EnvironmentProfile | null =
    input["profile"] === null ? null : { ...(warn && { warn }), ...(crit && { critical: crit }) };
  return differs({ status: environmentStatus(text(input, "value"), profile) }, expect);
}

/** Figures are compared to the places in which they were published; a published factor above 1 means the cap at 1. */
function decisionTur(input: Members, expect: Members): string | undefined {
  const ratio =
    typeof input["tur"] === "string"
      ? Number(input["tur"])
      : testUncertaintyRatio(Number(input["lsl"]), Number(input["usl"]), Number(input["U"]));
  const found: Readonly<Record<string, number>> = {
    tur: ratio,
    "1-1/TUR": guardFactor("ilac-g8", ratio),
    "1.25-1/TUR": guardFactor("rp-10", ratio),
    M: managedRiskMultiplier(ratio),
  };
  const wrong = Object.entries(expect).filter(([name, published]) => {
    const places = String(published).split(".")[1]?.length ?? 0;
    const wanted = name === "M" || name === "tur" ? Number(published) : Math.min(1, Number(published));
    return found[name]?.toFixed(places) !== wanted.toFixed(places);
  });
  return wrong.length === 0 ? undefined : wrong.map(([name]) => `${name}: ${found[name]}`).join("; ");
}
