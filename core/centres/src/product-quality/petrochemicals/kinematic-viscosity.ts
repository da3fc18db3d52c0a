import { compare, fromNumber } from "@quanheng/kernel/decimal.ts";
import { cleanNoise } from "@quanheng/kernel/rounding.ts";
import { mean, range } from "@quanheng/kernel/statistics.ts";
import { needAtLeast, needEachWithin, needWithin } from "../../method-guards.ts";

/**
 * Kinematic viscosity by flow times through one capillary.
 *
 * ν = C·t; the determinations must agree within the determinability of the method
 *
 * @param constantMm2S2 of the viscometer, C
 * @returns determinations and mean [mm²/s], their spread [% of the mean], and whether they agree; unrounded
 * @throws Refusal `too-few-rows` below two flow times, `outside-method-range`
 * @source ISO 3104:2020; GB/T 265-1988
 * @example kinematicViscosity(0.03512, [263.42, 263.88], 0.2).viscosity // → 9.259 (0.03512·263.65)
 */
export function kinematicViscosity(constantMm2S2: number, timesS: readonly number[], determinabilityPercent: number) {
  needWithin("constantMm2S2", constantMm2S2, { above: 0, unit: "mm2/s2" });
  needWithin("determinabilityPercent", determinabilityPercent, { above: 0, max: 10, unit: "%" });
  needAtLeast("timesS", timesS, 2);
  needEachWithin("timesS", timesS, { above: 0, unit: "s" });
  const determinations = timesS.map((time) => constantMm2S2 * time);
  const viscosity = mean(determinations);
  const spreadPercent = (100 * range(determinations)) / viscosity;
  const agrees = compare(cleanNoise(spreadPercent), fromNumber(determinabilityPercent)) <= 0;
  return { determinations, viscosity, spreadPercent, agrees };
}
