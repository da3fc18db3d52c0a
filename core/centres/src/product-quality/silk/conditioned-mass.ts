import { range } from "@quanheng/kernel/statistics.ts";
import { needAtLeast, needWithin } from "../../method-guards.ts";
import { refuse } from "./refusals.ts";
import { OFFICIAL_REGAIN } from "./units.ts";

/** Conditioning specimen as it came and dried to constant mass at 140 °C. */
export type RegainSpecimen = { readonly wetG: number; readonly dryG: number };

/** How far the regains may be apart, in percentage points. @source GB/T 1798-2008 (recalled) */
export const REGAIN_SPREAD = 1;

/**
 * Mass of a lot at the official regain.
 *
 * W = (ΣG − ΣG₀)/ΣG₀·100;  m_k = m_net(100 + 11)/(100 + W)
 *
 * @param spreadAllowed between the regains, beyond which a third specimen is due [percentage points]
 * @returns regains [%] and mass [kg], unrounded
 * @throws Refusal `too-few-rows`, `dry-above-wet`, `regain-spread`, `outside-method-range`
 * @source GB/T 1798-2008, mass at official regain; GB/T 9995-1997 (oven; recalled)
 * @example conditionedMass(603.46, [{ wetG: 498.62, dryG: 450.11 }, { wetG: 501.37, dryG: 452.44 }]).massKg // → 604.57 (worked example of the method pack)
 */
export function conditionedMass(
  netKg: number,
  specimens: readonly RegainSpecimen[],
  spreadAllowed: number = REGAIN_SPREAD,
) {
  needWithin("netKg", netKg, { above: 0, unit: "kg" });
  needWithin("spreadAllowed", spreadAllowed, { above: 0, max: 10 });
  needAtLeast("specimens", specimens, 1);
  const regains = specimens.map(regainPercent);
  const spread = range(regains);
  if (spread > spreadAllowed + 1e-12) refuse("regain-spread", { spread, max: spreadAllowed });
  const total = (of: (specimen: RegainSpecimen) => number) => specimens.reduce((sum, each) => sum + of(each), 0);
  const dry = total(({ dryG }) => dryG);
  const meanPercent = (100 * (total(({ wetG }) => wetG) - dry)) / dry;
  return { regains, meanPercent, massKg: (netKg * (100 + 100 * OFFICIAL_REGAIN)) / (100 + meanPercent) };
}

function regainPercent({ wetG, dryG }: RegainSpecimen): number {
  needWithin("dryG", dryG, { above: 0, unit: "g" });
  needWithin("wetG", wetG, { above: 0, unit: "g" });
  if (dryG >= wetG) refuse("dry-above-wet", { field: "dryG", wet: wetG, dry: dryG });
  return (100 * (wetG - dryG)) / dryG;
}
