import type { Real, RealList } from "../model/dsi-model.ts";
import type { Quantity } from "../model/model.ts";
import { richView, type ViewText } from "./texts.ts";

/** One value with its uncertainty, as texts of the document. */
export type ViewRow = {
  readonly name: ViewText;
  readonly value: string;
  /** As written in D-SI. */
  readonly unit: string;
  /** `U = 0.05 (k = 2, p = 0.95)`, `u = 0.02`, or empty. */
  readonly uncertainty: string;
  /** What stands there instead of a value. */
  readonly words: ViewText;
};

/** The values of one quantity, one row each; a hybrid one in the unit of the customer, which comes last. */
export function rowsOfQuantity(quantity: Quantity, name: ViewText): readonly ViewRow[] {
  const { real, hybrid, constant, complex, realListXMLList, charsXMLList, noQuantity } = quantity;
  const one = real ?? hybrid?.real?.at(-1) ?? constant;
  const list = realListXMLList ?? hybrid?.realListXMLList?.at(-1);
  if (one) return [{ name, value: one.value, unit: one.unit, uncertainty: uncertaintyText(one), words: {} }];
  if (list) return rowsOfList(list, name);
  if (complex) {
    const { valueReal, valueImag, valueMagnitude, valuePhase, unit, unitPhase = "" } = complex;
    const value =
      valueReal === undefined ? `${valueMagnitude} ∠ ${valuePhase} ${unitPhase}` : `${valueReal} + ${valueImag} i`;
    return [{ name, value: value.trim(), unit, uncertainty: "", words: {} }];
  }
  const words = noQuantity ? richView(noQuantity) : { "": charsXMLList ?? "" };
  return [{ name, value: "", unit: "", uncertainty: "", words }];
}

function rowsOfList(list: RealList, name: ViewText): readonly ViewRow[] {
  const units = wordsIn(list.unitXMLList);
  const stated = list.measurementUncertaintyUnivariateXMLList;
  const [expanded, standard] = [stated?.expandedMUXMLList, stated?.standardMUXMLList];
  const old = list.expandedUncXMLList ?? {};
  const wide = wordsIn(expanded?.valueExpandedMUXMLList ?? old["uncertaintyXMLList"] ?? "");
  const k = wordsIn(expanded?.coverageFactorXMLList ?? old["coverageFactorXMLList"] ?? "");
  const p = wordsIn(expanded?.coverageProbabilityXMLList ?? old["coverageProbabilityXMLList"] ?? "");
  const u = wordsIn(standard?.valueStandardMUXMLList ?? "");
  return wordsIn(list.valueXMLList).map((value, i) => {
    const big = nth(wide, i);
    const small = nth(u, i);
    const uncertainty = big !== "" ? expandedText(big, nth(k, i), nth(p, i)) : small === "" ? "" : `u = ${small}`;
    return { name, value, unit: nth(units, i), uncertainty, words: {} };
  });
}

/** A list of one counts for all. */
function nth(list: readonly string[], i: number): string {
  return (list.length === 1 ? list[0] : list[i]) ?? "";
}

function wordsIn(text: string): readonly string[] {
  return text.split(/\s+/).filter((word) => word !== "");
}

function uncertaintyText({
  measurementUncertaintyUnivariate: stated,
  expandedUnc,
  coverageInterval,
}: Partial<Real>): string {
  const { expandedMU, standardMU, coverageIntervalMU } = stated ?? {};
  if (expandedMU) {
    return expandedText(expandedMU.valueExpandedMU, expandedMU.coverageFactor, expandedMU.coverageProbability);
  }
  if (expandedUnc) {
    return expandedText(expandedUnc.uncertainty, expandedUnc.coverageFactor, expandedUnc.coverageProbability);
  }
  if (standardMU) return `u = ${standardMU.valueStandardMU}`;
  const interval = coverageIntervalMU ?? coverageInterval;
  return interval ? `[${interval.intervalMin}, ${interval.intervalMax}] (p = ${interval.coverageProbability})` : "";
}

function expandedText(value: string, k: string, p: string): string {
  return `U = ${value} (k = ${k}, p = ${p})`;
}
