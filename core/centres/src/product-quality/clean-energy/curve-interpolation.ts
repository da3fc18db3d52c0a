import { needWithin } from "../../method-guards.ts";
import { irradiance } from "./curve-correction.ts";
import { checkCurve, curveParameters, type IvCurve, peakOf } from "./iv-curve.ts";
import { refuse } from "./refusals.ts";

/** A sweep with the conditions under which it was taken. */
export type MeasuredCurve = { readonly curve: IvCurve; readonly irradianceWm2: number; readonly temperatureC: number };

/**
 * A sweep between two measured ones by procedure 3; the temperature follows from the irradiance.
 *
 * a = (G₃ − G₁)/(G₂ − G₁);  T₃ = T₁ + a(T₂ − T₁);  V₃ = V₁ + a(V₂ − V₁), I₃ = I₁ + a(I₂ − I₁) for pairs of points with
 * I₂ − I₁ = I_sc2 − I_sc1. The partner on the second sweep is interpolated between its points; a point without a partner
 * there is left out.
 *
 * @returns a, T₃ [°C], the sweep and its maximum power [V, W]
 * @throws Refusal `irradiance-range` unless G₃ lies between two different irradiances of at least 200 W/m²; those of
 *   `curveParameters`; `sweep-incomplete` where fewer than three pairs exist
 * @source IEC 60891:2009, procedure 3; recalled
 */
export function interpolatedByProcedure3(first: MeasuredCurve, second: MeasuredCurve, targetWm2: number) {
  const [G1, G2] = [first.irradianceWm2, second.irradianceWm2];
  checkCurve(first.curve);
  checkCurve(second.curve);
  irradiance("irradianceWm2", G1);
  irradiance("irradianceWm2", G2);
  irradiance("targetWm2", targetWm2);
  needWithin("temperatureC", first.temperatureC, { min: -50, max: 120, unit: "Cel" });
  needWithin("temperatureC", second.temperatureC, { min: -50, max: 120, unit: "Cel" });
  const a = (targetWm2 - G1) / (G2 - G1);
  if (!(a >= 0 && a <= 1)) {
    const [min, max] = [Math.min(G1, G2), Math.max(G1, G2)];
    refuse("irradiance-range", { field: "targetWm2", given: targetWm2, min, max });
  }
  const apart = curveParameters(second.curve).shortCircuitA - curveParameters(first.curve).shortCircuitA;
  const pairs = first.curve.voltagesV.flatMap((V1, k) => {
    const I1 = first.curve.currentsA[k]!;
    const V2 = voltageAt(second.curve, I1 + apart);
    return V2 === undefined ? [] : [{ V: V1 + a * (V2 - V1), I: I1 + a * apart }];
  });
  if (pairs.length < 3) refuse("sweep-incomplete", { field: "second" });
  const curve = { voltagesV: pairs.map(({ V }) => V), currentsA: pairs.map(({ I }) => I) };
  const temperatureC = first.temperatureC + a * (second.temperatureC - first.temperatureC);
  return { procedure: 3 as const, edition: "IEC 60891:2009" as const, a, temperatureC, curve, ...peakOf(curve) };
}

/** Voltage at a current, between the points of a falling sweep; undefined beyond its ends. */
function voltageAt({ voltagesV: V, currentsA: I }: IvCurve, current: number): number | undefined {
  // The short-circuit current of the first sweep meets that of the second but for the noise of the sum.
  const slack = 1e-12 * Math.abs(I[0]!);
  for (let k = I.length - 2; k >= 0; k--) {
    const [above, below] = [I[k]!, I[k + 1]!];
    if (above > below && current <= above + slack && current >= below - slack) {
      return V[k]! + ((above - current) / (above - below)) * (V[k + 1]! - V[k]!);
    }
  }
  return undefined;
}
