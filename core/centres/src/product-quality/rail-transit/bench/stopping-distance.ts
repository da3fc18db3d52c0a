import { describe } from "@quanheng/flow/determination/describe.ts";
import type { MethodDefinition, Readings } from "@quanheng/flow/determination/method.ts";
import { single } from "@quanheng/flow/determination/readings.ts";
import { quantity } from "../../../bench-inputs.ts";
import { share, within } from "../../../bench-verdicts.ts";
import { correctedStop } from "../stopping-distance.ts";

/** Stopping distance at nominal speed on level track, the mean of the stops of a series. */
export const stoppingDistanceBench: MethodDefinition = describe({
  id: "rail.stopping-distance",
  title: { zh: "制动距离（换算到标称速度与平道）", en: "Stopping distance at nominal speed on level track" },
  normative: [],
  source: "UIC 544-1; recalled",
  validFrom: "2014-10-01",
  inputs: [
    perStop("speedKmh", ["制动初速", "Speed at the start of braking"], "km/h", ["1", "500"], {
      instrumentType: "speed-sensor",
      uncertainty: share(0.3),
    }),
    perStop("distanceM", ["实测制动距离", "Measured distance"], "m", ["1", "20000"], { uncertainty: share(0.3) }),
    perStop("gradientPermille", ["坡度（上坡为正）", "Gradient (rising is positive)"], "[ppth]", ["-60", "60"], {
      uncertainty: within(0.2),
    }),
    quantity("nominalKmh", ["标称速度", "Nominal speed"], "km/h", ["1", "500"], { group: "conditions" }),
    quantity("rotatingMass", ["回转质量系数 ρ", "Rotating-mass factor ρ"], "1", ["1", "1.5"], {
      group: "conditions",
      uncertainty: within(0.01),
    }),
  ],
  tables: [{ name: "stops", label: { zh: "各次制动", en: "Stops" } }],
  output: {
    characteristic: "rail-stopping-distance",
    label: { zh: "换算制动距离", en: "Corrected stopping distance" },
    unit: "m",
    rounding: { mode: "half-even", places: 0 },
  },
  further: [
    {
      name: "deceleration",
      characteristic: "rail-mean-deceleration",
      label: { zh: "平均减速度", en: "Mean deceleration" },
      unit: "m/s2",
      rounding: { mode: "half-even", places: 3 },
    },
  ],
  names: {},
  compute(readings) {
    const { distanceM, decelerationMS2 } = stop(readings);
    return { value: distanceM, further: { deceleration: decelerationMS2 } };
  },
  example: {
    speedKmh: ["121.6"],
    distanceM: ["812"],
    gradientPermille: ["2.5"],
    nominalKmh: "120",
    rotatingMass: "1.06",
  },
});

function perStop(...[name, label, unit, range, more]: Parameters<typeof quantity>) {
  return quantity(name, label, unit, range, {
    table: "stops",
    replicates: { min: 1, max: 12 },
    portion: true,
    ...more,
  });
}

function stop(readings: Readings) {
  return correctedStop({
    speedKmh: single(readings, "speedKmh"),
    distanceM: single(readings, "distanceM"),
    gradientPermille: single(readings, "gradientPermille"),
    nominalKmh: single(readings, "nominalKmh"),
    rotatingMass: single(readings, "rotatingMass"),
  });
}
