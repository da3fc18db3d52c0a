import type { Bilingual } from "../bilingual.ts";
import { compare, type Decimal, decimal } from "../decimal.ts";
import { refuse } from "../refusals.ts";

/**
 * What a procedure can detect and what it can quantify, as digits: lower and upper limit of detection and of
 * quantification. A side that is absent is not limited; a value on a limit is still inside.
 */
export type QuantifiableRange = {
  readonly llod?: string;
  readonly ulod?: string;
  readonly lloq?: string;
  readonly uloq?: string;
};

/**
 * The state of a result beside its limits, the same in every language: `ND` not detected, `DNQ` detected but not
 * quantified, `LT` and `GT` below or above what the record states, `null` a plain number.
 */
export type Qualifier = "ND" | "DNQ" | "LT" | "GT" | null;

export type QualifiedResult = {
  readonly qualifier: Qualifier;
  readonly text: Bilingual;
  readonly belowLod: boolean;
  readonly aboveUlod: boolean;
  readonly outsideQuantifiable: boolean;
};

/**
 * Whether the quantifiable range lies inside the detection range, as it must.
 *
 * @throws Refusal `loq-outside-lod`
 * @source Eurachem, The Fitness for Purpose of Analytical Methods, 2nd ed. 2014, 6.2 (the LOQ is at or above the LOD; recalled)
 * @example refusalOf(() => checkedRange({ llod: "10", lloq: "5" })) // → "loq-outside-lod" (5 < 10: what is not detected is not quantified)
 */
export function checkedRange(range: QuantifiableRange): QuantifiableRange {
  const { llod, ulod, lloq, uloq } = range;
  if (lloq !== undefined && llod !== undefined && compare(decimal(lloq), decimal(llod)) < 0)
    refuse("loq-outside-lod", { loq: lloq, lod: llod });
  if (uloq !== undefined && ulod !== undefined && compare(decimal(uloq), decimal(ulod)) > 0)
    refuse("loq-outside-lod", { loq: uloq, lod: ulod });
  return range;
}

/**
 * A result as it is reported near its limits: "< LOD" where only detection is stated or both limits are the same, else
 * "Not detected" below the LOD and "Detected but < LOQ" up to the LOQ; "> limit" above. A result outside the
 * quantifiable range carries no uncertainty.
 *
 * @param printed the result as it is printed where nothing is to be said
 * @throws Refusal `loq-outside-lod`
 * @example qualifiedResult(decimal("2"), { llod: "5", lloq: "10" }, "2").qualifier // → "ND" (2 < 5)
 * @example qualifiedResult(decimal("7"), { llod: "5", lloq: "10" }, "7").text.en // → "Detected but < 10" (5 ≤ 7 < 10)
 * @source Eurachem, The Fitness for Purpose of Analytical Methods, 2nd ed. 2014, 6.2 (LOD and LOQ; recalled); the words are ours
 */
export function qualifiedResult(value: Decimal, range: QuantifiableRange, printed: string): QualifiedResult {
  const { llod, ulod, lloq = llod, uloq = ulod } = checkedRange(range);
  const below = (limit: string | undefined) => limit !== undefined && compare(value, decimal(limit)) < 0;
  const above = (limit: string | undefined) => limit !== undefined && compare(value, decimal(limit)) > 0;
  const flags = {
    belowLod: below(llod),
    aboveUlod: above(ulod),
    outsideQuantifiable: below(llod) || below(lloq) || above(ulod) || above(uloq),
  };
  const found = (qualifier: Qualifier, zh: string, en = zh): QualifiedResult => ({
    qualifier,
    text: { zh, en },
    ...flags,
  });
  if (above(uloq)) return found("GT", `> ${uloq}`);
  if (!below(lloq)) return found(null, printed);
  if (llod === undefined || compare(decimal(llod), decimal(lloq ?? llod)) === 0) return found("LT", `< ${lloq}`);
  return flags.belowLod
    ? found("ND", "未检出", "Not detected")
    : found("DNQ", `检出，但 < ${lloq}`, `Detected but < ${lloq}`);
}
