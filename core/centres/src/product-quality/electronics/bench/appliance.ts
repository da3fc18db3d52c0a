import { describe } from "@quanheng/flow/determination/describe.ts";
import { series, single } from "@quanheng/flow/determination/readings.ts";
import { compare, fromNumber } from "@quanheng/kernel/decimal.ts";
import { cleanNoise } from "@quanheng/kernel/rounding.ts";
import { LIMIT_BASIS, limit, limitFinding, optional, quantity } from "../../../bench-inputs.ts";
import { earthContinuity } from "../earth-continuity.ts";

const HOUSEHOLD = { normative: ["GB 4706.1-2024"], validFrom: "2026-08-01" } as const;

/** Whether a computed figure does not exceed a typed limit, on decimals. */
function within(value: number, most: number): boolean {
  return compare(cleanNoise(value), fromNumber(most)) <= 0;
}

/** Power input against the rated one. */
export const powerInputBench = describe({
  id: "electronics.power-input",
  title: { zh: "输入功率偏差", en: "Deviation of the power input" },
  ...HOUSEHOLD,
  source: "IEC 60335-1:2020 (GB 4706.1-2024), 10.1",
  inputs: [
    quantity("ratedW", ["额定功率", "Rated power"], "W", ["0.1", "100000"]),
    quantity("measuredW", ["测得功率", "Measured power"], "W", ["0", "200000"], {
      instrumentType: "power-analyser",
      portion: true,
      replicates: { min: 1, max: 10 },
      uncertainty: { kind: "percent", percent: 0.5, distribution: "rectangular" },
    }),
    limit("upperW", ["允许的正偏差", "Allowed above"], "W"),
    limit("lowerW", ["允许的负偏差", "Allowed below"], "W"),
    LIMIT_BASIS,
  ],
  output: {
    characteristic: "power-input-deviation",
    label: { zh: "功率偏差", en: "Deviation" },
    unit: "%",
    rounding: { mode: "half-even", places: 1 },
  },
  names: { deviationW: { zh: "功率偏差", en: "Deviation" } },
  compute: (readings) => {
    const [rated, measured] = [single(readings, "ratedW"), single(readings, "measuredW")];
    return {
      value: (100 * (measured - rated)) / rated,
      intermediate: [{ name: "deviationW", value: measured - rated, unit: "W" }],
    };
  },
  findings: (readings, { value }) => {
    const [upper, lower] = [optional(readings, "upperW"), optional(readings, "lowerW")];
    if (upper === undefined && lower === undefined) return [];
    const deviation = (value * single(readings, "ratedW")) / 100;
    const kept =
      (upper === undefined || within(deviation, upper)) && (lower === undefined || within(-deviation, lower));
    return [limitFinding(readings, "power", ["输入功率", "Power input"], "IEC 60335-1:2020, table 1", kept)];
  },
  example: { ratedW: "2000", measuredW: ["2085"], upperW: "100", lowerW: "200" },
});

/** Leakage current at operating temperature, each pole in turn; the greatest counts. */
export const leakageCurrentBench = describe({
  id: "electronics.leakage-current",
  title: { zh: "工作温度下的泄漏电流", en: "Leakage current at operating temperature" },
  ...HOUSEHOLD,
  source: "IEC 60335-1:2020 (GB 4706.1-2024), 13.2",
  inputs: [
    quantity("currentMa", ["泄漏电流（各极性）", "Leakage current, each polarity"], "mA", ["0", "100"], {
      instrumentType: "leakage-current-tester",
      replicates: { min: 1, max: 8 },
      uncertainty: { kind: "percent", percent: 3.5, distribution: "rectangular" },
    }),
    limit("limitMa", ["泄漏电流限值", "Limit"], "mA"),
    LIMIT_BASIS,
  ],
  output: {
    characteristic: "leakage-current",
    label: { zh: "泄漏电流", en: "Leakage current" },
    unit: "mA",
    rounding: { mode: "half-even", places: 2 },
  },
  names: {},
  compute: (readings) => ({ value: Math.max(...series(readings, "currentMa")) }),
  findings: (readings, { value }) => {
    const most = optional(readings, "limitMa");
    if (most === undefined) return [];
    return [
      limitFinding(readings, "leakage", ["泄漏电流", "Leakage current"], "IEC 60335-1:2020, 13.2", within(value, most)),
    ];
  },
  example: { currentMa: ["2.91", "2.96"], limitMa: "3.15" },
});

/** Resistance of the earth connection at a high current. */
export const earthContinuityBench = describe({
  id: "electronics.earth-continuity",
  title: { zh: "接地电阻", en: "Resistance of the earth connection" },
  ...HOUSEHOLD,
  source: "IEC 60335-1:2020 (GB 4706.1-2024), 27.5",
  inputs: [
    quantity("currentA", ["试验电流", "Test current"], "A", ["10", "60"], {
      instrumentType: "current-meter",
      uncertainty: { kind: "percent", percent: 1, distribution: "rectangular" },
      hint: { zh: "25 A 或 1.5 倍额定电流，取大者。", en: "25 A or 1.5 times the rated current, whichever is more." },
    }),
    quantity("voltageV", ["电压降", "Voltage drop"], "V", ["0", "12"], {
      instrumentType: "voltmeter",
      portion: true,
      replicates: { min: 1, max: 10 },
      uncertainty: { kind: "percent", percent: 0.5, distribution: "rectangular" },
    }),
    quantity("leadOhm", ["引线电阻", "Lead resistance"], "Ohm", ["0", "1"], {
      group: "instrument",
      preset: "0",
      uncertainty: { kind: "rectangular", halfWidth: 0.001 },
    }),
    limit("limitOhm", ["电阻限值", "Limit"], "Ohm"),
    LIMIT_BASIS,
  ],
  output: {
    characteristic: "earth-resistance",
    label: { zh: "接地电阻", en: "Earth resistance" },
    unit: "Ohm",
    rounding: { mode: "half-even", places: 3 },
  },
  names: {},
  compute: (readings) => ({
    value: earthContinuity(
      { document: "limits of the order", earthOhm: String(optional(readings, "limitOhm") ?? 0) },
      single(readings, "currentA"),
      single(readings, "voltageV"),
      single(readings, "leadOhm"),
    ).resistanceOhm,
  }),
  findings: (readings, { value }) => {
    const most = optional(readings, "limitOhm");
    if (most === undefined) return [];
    return [
      limitFinding(readings, "earth", ["接地电阻", "Earth resistance"], "IEC 60335-1:2020, 27.5", within(value, most)),
    ];
  },
  example: { currentA: "25", voltageV: ["2.31"], leadOhm: "0.012", limitOhm: "0.1" },
});
