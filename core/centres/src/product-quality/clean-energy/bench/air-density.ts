import { describe } from "@quanheng/flow/determination/describe.ts";
import type { MethodDefinition } from "@quanheng/flow/determination/method.ts";
import { single } from "@quanheng/flow/determination/readings.ts";
import { quantity } from "../../../bench-inputs.ts";
import { within } from "../../../bench-verdicts.ts";
import { airDensity } from "../air-density.ts";

const KELVIN = 273.15;

/** Density of moist air at the hub of a turbine. */
export const airDensityBench: MethodDefinition = describe({
  id: "wind.air-density",
  title: { zh: "湿空气密度", en: "Density of moist air" },
  normative: [],
  source: "IEC 61400-12-1:2017, 9.1.5",
  validFrom: "2017-03-03",
  inputs: [
    quantity("temperatureC", ["气温", "Air temperature"], "Cel", ["-50", "56"], {
      instrumentType: "thermometer",
      uncertainty: within(0.5),
    }),
    quantity("pressurePa", ["气压", "Air pressure"], "Pa", ["40000", "110000"], {
      instrumentType: "barometer",
      uncertainty: within(100),
    }),
    quantity("humidityPercent", ["相对湿度", "Relative humidity"], "%", ["0", "100"], { uncertainty: within(5) }),
  ],
  output: {
    characteristic: "air-density",
    label: { zh: "空气密度", en: "Density of the air" },
    unit: "kg/m3",
    rounding: { mode: "half-even", places: 4 },
  },
  names: { dry: { zh: "干空气密度", en: "Density of dry air" } },
  compute(readings) {
    const [temperatureK, pressurePa] = [single(readings, "temperatureC") + KELVIN, single(readings, "pressurePa")];
    const dry = airDensity(temperatureK, pressurePa, 0);
    return {
      value: airDensity(temperatureK, pressurePa, single(readings, "humidityPercent") / 100),
      intermediate: [{ name: "dry", value: dry, unit: "kg/m3" }],
    };
  },
  example: { temperatureC: "26", pressurePa: "99850", humidityPercent: "72" },
});
