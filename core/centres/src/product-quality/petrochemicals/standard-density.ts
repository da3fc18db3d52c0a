import { needWithin } from "../../method-guards.ts";
import {
  expansionAt60,
  expansionOf,
  needDensity60,
  type PetroleumGroup,
  scaleTemperature,
  temperatureFactor,
} from "./volume-correction.ts";

/** Two steps nearer than this have met. */
const SAME = 1e-12;

/**
 * Density at the temperatures of reference from one that was observed at another.
 *
 * ρ60 ← ρ_obs/CTL(ρ60, t) until it stands still, the coefficients chosen anew each time; where two groups take turns the
 * step is halved.  ρ15 = ρ60·CTL(15 °C), ρ20 = ρ60·CTL(20 °C);  VCF15 = CTL(t)/CTL(15 °C)
 *
 * @param observed density of the liquid, the glass of a hydrometer already corrected [kg/m³]
 * @returns densities [kg/m³] and factors, unrounded
 * @throws Refusal `density-range` for a density at 60 °F outside 610.6 kg/m³ to 1163.5 kg/m³, `outside-method-range`
 * @source API MPMS 11.1-2004 = ASTM D1250-04, 11.1.6.2; GB/T 1885-1998 (recalled)
 * @example standardDensity("refined", 732.4, 28.6).density15 // → 744.8 (worked example of the method pack)
 * standardDensity("refined", 829.7, 31.2).density20 // → 837.7 (worked example of the method pack)
 */
export function standardDensity(group: PetroleumGroup, observed: number, tempC: number) {
  needWithin("observed", observed, { min: 300, max: 2000, unit: "kg/m3" });
  const scaleF = scaleTemperature(tempC);
  const density60 = densityAt60(group, observed, scaleF);
  needDensity60(density60);
  const expansion = expansionOf(group, density60);
  const factor = (atC: number) => temperatureFactor(expansion, density60, scaleTemperature(atC));
  const [ctl, ctl15, ctl20] = [factor(tempC), factor(15), factor(20)];
  return {
    expansion,
    density60,
    alpha60: expansionAt60(expansion, density60),
    ctl,
    density15: density60 * ctl15,
    density20: density60 * ctl20,
    vcf15: ctl / ctl15,
    vcf20: ctl / ctl20,
  };
}

function densityAt60(group: PetroleumGroup, observed: number, scaleF: number): number {
  const next = (density60: number) => observed / temperatureFactor(expansionOf(group, density60), density60, scaleF);
  let density60 = observed;
  for (let step = 0; step < 50; step++) {
    const found = next(density60);
    if (Math.abs(found - density60) <= SAME * found) return found;
    density60 = found;
  }
  return halved(next, observed);
}

/** Where next(ρ) − ρ changes its sign: it falls steadily, with a jump at most between two groups. */
function halved(next: (density60: number) => number, observed: number): number {
  let [low, high] = [0.7 * observed, 1.3 * observed];
  for (let step = 0; step < 100 && high - low > SAME * high; step++) {
    const middle = (low + high) / 2;
    if (next(middle) > middle) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/**
 * Reading of a glass hydrometer, corrected for the glass.
 *
 * 15 °C: ρ' = ρ[1 − 2.3·10⁻⁵(t − 15) − 2·10⁻⁸(t − 15)²];  20 °C: ρ' = ρ[1 − 2.5·10⁻⁵(t − 20)]
 *
 * @param baseC at which the hydrometer was calibrated
 * @returns factor and density [kg/m³]
 * @throws Refusal `outside-method-range`
 * @source API MPMS 9.3; GB/T 1884-2000 (recalled)
 * @example hydrometer(733, 28.6, 15).density // → 732.768 (worked example of the method pack)
 * hydrometer(733, 28.6, 20).factor // → 0.999785 (1 − 2.5e-5·8.6)
 */
export function hydrometer(reading: number, tempC: number, baseC: 15 | 20) {
  needWithin("reading", reading, { min: 300, max: 2000, unit: "kg/m3" });
  needWithin("tempC", tempC, { min: -50, max: 150, unit: "Cel" });
  const d = tempC - baseC;
  const factor = baseC === 15 ? 1 - 2.3e-5 * d - 2e-8 * d * d : 1 - 2.5e-5 * d;
  return { factor, density: reading * factor };
}
