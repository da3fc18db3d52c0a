import { decimal, formatDecimal } from "@quanheng/kernel/decimal.ts";
import type { ListUncertainty, Real, RealList, Uncertainty } from "../model/dsi-model.ts";
import type { Quantity } from "../model/model.ts";
import { numberIn } from "../report/quantity.ts";
import { bilingualRich } from "./marks.ts";

/** One value of a certificate as a report states values; `unit` in the words of D-SI. */
export type StatedResult = {
  readonly reported: string;
  readonly unit: string;
  readonly u: string | null;
  readonly k: string | null;
  readonly expanded: string | null;
  readonly coverage?: string;
  /** A coverage interval, which a report has no place for. */
  readonly interval?: string;
};

const NONE = { u: null, k: null, expanded: null };

/** The values of a quantity; of a hybrid one in the unit of the customer, which comes last. Complex ones have none. */
export function valuesOf(quantity: Quantity): readonly StatedResult[] {
  const { real, hybrid, constant, realListXMLList, charsXMLList, noQuantity } = quantity;
  const one = real ?? hybrid?.real?.at(-1);
  if (one) return [{ reported: one.value, unit: one.unit, ...uncertaintyOf(newForm(one)) }];
  const fixed = constant ?? hybrid?.constant?.at(-1);
  if (fixed) {
    const u = fixed.valueStandardMU ?? fixed.uncertainty ?? null;
    return [{ reported: fixed.value, unit: fixed.unit, ...NONE, u }];
  }
  const list = realListXMLList ?? hybrid?.realListXMLList?.at(-1);
  if (list) return valuesOfList(list);
  if (charsXMLList !== undefined) return wordsIn(charsXMLList).map((reported) => ({ reported, unit: "", ...NONE }));
  return noQuantity ? [{ reported: bilingualRich(noQuantity).en, unit: "", ...NONE }] : [];
}

/** Uncertainty in the form of D-SI 2.2.1, also where a certificate has the one before it. */
function newForm({ measurementUncertaintyUnivariate, expandedUnc, coverageInterval }: Real): Uncertainty {
  if (measurementUncertaintyUnivariate) return measurementUncertaintyUnivariate;
  if (expandedUnc) return { expandedMU: { ...expandedUnc, valueExpandedMU: expandedUnc.uncertainty } };
  return coverageInterval
    ? { coverageIntervalMU: { ...coverageInterval, valueStandardMU: coverageInterval.standardUnc } }
    : {};
}

function uncertaintyOf({
  standardMU,
  expandedMU,
  coverageIntervalMU,
}: Uncertainty): Omit<StatedResult, "reported" | "unit"> {
  if (expandedMU) {
    const { valueExpandedMU, coverageFactor, coverageProbability } = expandedMU;
    return { u: null, k: coverageFactor, expanded: valueExpandedMU, ...covering(coverageProbability) };
  }
  if (coverageIntervalMU) {
    const { valueStandardMU, intervalMin, intervalMax, coverageProbability } = coverageIntervalMU;
    const interval = `[${intervalMin}, ${intervalMax}]`;
    return { ...NONE, u: valueStandardMU, interval, ...covering(coverageProbability) };
  }
  return { ...NONE, u: standardMU?.valueStandardMU ?? null };
}

/** A coverage probability as reports print it: `0.9545` is `95.45 %`. */
function covering(probability: string): { readonly coverage?: string } {
  const fraction = numberIn(probability);
  if (!fraction) return {};
  const { digits, scale } = fraction;
  const percent = scale >= 2 ? { digits, scale: scale - 2 } : { digits: digits * 10n ** BigInt(2 - scale), scale: 0 };
  return { coverage: `${formatDecimal(decimal(formatDecimal(percent)))} %` };
}

function valuesOfList(list: RealList): readonly StatedResult[] {
  const units = wordsIn(list.unitXMLList);
  const stated = list.measurementUncertaintyUnivariateXMLList ?? newListForm(list);
  const lists = Object.entries(uncertaintyLists(stated)).map(([name, text]) => [name, wordsIn(text)] as const);
  return wordsIn(list.valueXMLList).map((reported, i) => {
    const at = Object.fromEntries(lists.map(([name, all]) => [name, nth(all, i)]));
    return { reported, unit: nth(units, i), ...uncertaintyOf(nthUncertainty(stated, at)) };
  });
}

function newListForm({ expandedUncXMLList: wide, coverageIntervalXMLList: between }: RealList): ListUncertainty {
  const at = (of: Readonly<Record<string, string>>, name: string) => of[name] ?? "";
  if (wide) {
    return {
      expandedMUXMLList: {
        valueExpandedMUXMLList: at(wide, "uncertaintyXMLList"),
        coverageFactorXMLList: at(wide, "coverageFactorXMLList"),
        coverageProbabilityXMLList: at(wide, "coverageProbabilityXMLList"),
      },
    };
  }
  if (!between) return {};
  return {
    coverageIntervalMUXMLList: {
      valueStandardMUXMLList: at(between, "standardUncXMLList"),
      intervalMinXMLList: at(between, "intervalMinXMLList"),
      intervalMaxXMLList: at(between, "intervalMaxXMLList"),
      coverageProbabilityXMLList: at(between, "coverageProbabilityXMLList"),
    },
  };
}

function uncertaintyLists(stated: ListUncertainty): Readonly<Record<string, string>> {
  return { ...stated.standardMUXMLList, ...stated.expandedMUXMLList, ...stated.coverageIntervalMUXMLList };
}

function nthUncertainty(stated: ListUncertainty, at: Readonly<Record<string, string>>): Uncertainty {
  const value = (name: string) => at[name] ?? "";
  const coverageProbability = value("coverageProbabilityXMLList");
  const valueStandardMU = value("valueStandardMUXMLList");
  if (stated.expandedMUXMLList) {
    const [valueExpandedMU, coverageFactor] = [value("valueExpandedMUXMLList"), value("coverageFactorXMLList")];
    return { expandedMU: { valueExpandedMU, coverageFactor, coverageProbability } };
  }
  if (stated.coverageIntervalMUXMLList) {
    const [intervalMin, intervalMax] = [value("intervalMinXMLList"), value("intervalMaxXMLList")];
    return { coverageIntervalMU: { valueStandardMU, intervalMin, intervalMax, coverageProbability } };
  }
  return stated.standardMUXMLList ? { standardMU: { valueStandardMU } } : {};
}

/** A list of one counts for all. */
function nth(list: readonly string[], i: number): string {
  return (list.length === 1 ? list[0] : list[i]) ?? "";
}

function wordsIn(text: string): readonly string[] {
  return text.split(/\s+/).filter((word) => word !== "");
}
