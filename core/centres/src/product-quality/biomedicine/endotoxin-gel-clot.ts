import { mean } from "@quanheng/kernel/statistics.ts";
import { needAllWithin, needAtLeast, needEachWithin, POSITIVE } from "../../method-guards.ts";

export type GelClotTest = {
  /** End points of the replicate dilution series. [EU/mL] */
  readonly endpointsEuMl: readonly number[];
  /** Labelled sensitivity λ of the lysate. [EU/mL] */
  readonly sensitivityEuMl: number;
  /** Endotoxin limit of the product. [EU/mg] */
  readonly limitEuMg: number;
  /** Concentration of the product's solution. [mg/mL] */
  readonly concentrationMgMl: number;
};

/**
 * Confirms the sensitivity of a lysate and gives the greatest dilution at which the product may be tested.
 *
 * GM = exp(mean of ln e); λ is confirmed with 0.5 λ ≤ GM ≤ 2 λ;  MVD = limit · c / λ
 *
 * @throws Refusal `outside-method-range` unless all figures are positive; `too-few-rows` without an end point
 * @example gelClot({ endpointsEuMl: [0.03, 0.06, 0.03, 0.03], sensitivityEuMl: 0.03, limitEuMg: 0.5, concentrationMgMl: 10 }).greatestDilution // → 166.67
 * @source USP <85>, gel-clot technique; ChP 2020, 1143
 */
export function gelClot({ endpointsEuMl, sensitivityEuMl, limitEuMg, concentrationMgMl }: GelClotTest) {
  needAtLeast("endpointsEuMl", endpointsEuMl, 1);
  needEachWithin("endpointsEuMl", endpointsEuMl, { ...POSITIVE, unit: "[EU]/mL" });
  needAllWithin({ sensitivityEuMl, limitEuMg, concentrationMgMl }, POSITIVE);
  const geometricMeanEuMl = Math.exp(mean(endpointsEuMl.map(Math.log)));
  const sensitivityConfirmed = geometricMeanEuMl >= 0.5 * sensitivityEuMl && geometricMeanEuMl <= 2 * sensitivityEuMl;
  return {
    geometricMeanEuMl,
    sensitivityConfirmed,
    greatestDilution: (limitEuMg * concentrationMgMl) / sensitivityEuMl,
  };
}
