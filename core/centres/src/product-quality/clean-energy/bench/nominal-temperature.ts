import { describe } from "@quanheng/flow/determination/describe.ts";
import type { MethodDefinition, Readings } from "@quanheng/flow/determination/method.ts";
import { series } from "@quanheng/flow/determination/readings.ts";
import { column } from "../../../bench-inputs.ts";
import { effect, share, within } from "../../../bench-verdicts.ts";
import { nominalTemperature } from "../module-temperature.ts";

const ROWS = [3, 20_000] as const;

/** Nominal module operating temperature from records in the field. */
export const nominalTemperatureBench: MethodDefinition = describe({
  id: "pv.nominal-temperature",
  title: { zh: "组件标称工作温度 NMOT", en: "Nominal module operating temperature" },
  normative: ["IEC 61215-2:2021"],
  source: "IEC 61853-2; Faiman 2008",
  validFrom: "2016-09-05",
  inputs: [
    column("records", "irradianceWm2", ["辐照度", "Irradiance"], "W/m2", ["0", "1600"], ROWS, {
      instrumentType: "pyranometer",
      uncertainty: share(1),
    }),
    column("records", "ambientC", ["环境温度", "Air temperature"], "Cel", ["-60", "70"], ROWS, {
      instrumentType: "thermometer",
      uncertainty: within(0.5),
    }),
    column("records", "windMS", ["风速", "Wind speed"], "m/s", ["0", "75"], ROWS, {
      instrumentType: "wind-anemometer",
      uncertainty: within(0.25),
    }),
    column("records", "moduleC", ["组件温度", "Module temperature"], "Cel", ["-60", "130"], ROWS, {
      instrumentType: "thermometer",
      uncertainty: within(0.5),
    }),
  ],
  tables: [{ name: "records", label: { zh: "记录", en: "Records" } }],
  output: {
    characteristic: "pv-nmot",
    label: { zh: "NMOT", en: "NMOT" },
    unit: "Cel",
    rounding: { mode: "half-even", places: 0 },
  },
  further: [
    coefficient("u0", "pv-faiman-u0", ["系数 u₀", "Coefficient u₀"], "W/(m2.K)"),
    coefficient("u1", "pv-faiman-u1", ["系数 u₁", "Coefficient u₁"], "W.s/(m3.K)"),
  ],
  names: {
    records: { zh: "有效记录数", en: "Records that count" },
    regression: { zh: "回归散布", en: "Scatter of the regression" },
  },
  compute(readings) {
    const { u0, u1, nmotC, used } = fitted(readings);
    return { value: nmotC, further: { u0, u1 }, intermediate: [{ name: "records", value: used, unit: "1" }] };
  },
  more(readings) {
    const { u0, u1, line } = fitted(readings);
    // At 1 m/s: u² = u_a² + u_b² + 2·r·u_a·u_b, carried to 20 + 800/(u₀ + u₁).
    const { uIntercept, uSlope, r, dof } = line;
    const u = Math.sqrt(uIntercept ** 2 + uSlope ** 2 + 2 * r * uIntercept * uSlope);
    return [effect("regression", (800 * u) / (u0 + u1) ** 2, dof)];
  },
  example: {
    irradianceWm2: ["812", "905", "640", "987", "724", "858", "560"],
    ambientC: ["24.1", "26.0", "22.5", "27.8", "23.9", "25.2", "21.8"],
    windMS: ["1.1", "2.3", "0.6", "3.4", "1.8", "4.1", "2.9"],
    moduleC: ["48.3", "48.1", "43.4", "49.0", "42.5", "43.6", "35.1"],
  },
  pictures(readings) {
    const [G, Ta, v, Tm] = ["irradianceWm2", "ambientC", "windMS", "moduleC"].map((name) => series(readings, name));
    const { u0, u1 } = fitted(readings);
    const end = Math.max(...v!);
    return [
      {
        kind: "lines",
        name: "regression",
        title: { zh: "散热系数与风速", en: "Heat loss and wind speed" },
        x: { label: { zh: "风速", en: "Wind speed" }, unit: "m/s" },
        y: { label: { zh: "G/(Tm − Ta)", en: "G/(T_m − T_a)" }, unit: "W/(m2.K)" },
        lines: [
          {
            name: { zh: "记录", en: "Records" },
            role: "measured",
            scattered: true,
            points: v!.map((wind, k) => [wind, G![k]! / (Tm![k]! - Ta![k]!)] as const),
          },
          {
            name: { zh: "回归线", en: "Regression" },
            role: "evaluated",
            points: [
              [0, u0],
              [end, u0 + u1 * end],
            ],
          },
        ],
      },
    ];
  },
});

function coefficient(name: string, characteristic: string, [zh, en]: readonly [string, string], unit: string) {
  return { name, characteristic, label: { zh, en }, unit, rounding: { mode: "half-even", places: 2 } as const };
}

function fitted(readings: Readings) {
  const [G, Ta, v, Tm] = ["irradianceWm2", "ambientC", "windMS", "moduleC"].map((name) => series(readings, name));
  return nominalTemperature(
    G!.map((irradianceWm2, k) => ({ irradianceWm2, ambientC: Ta![k]!, windMS: v![k]!, moduleC: Tm![k]! })),
  );
}
