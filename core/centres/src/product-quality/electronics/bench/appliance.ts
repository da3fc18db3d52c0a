import { describe } from "@quanheng/flow/determination/describe.ts";
import type { Readings } from "@quanheng/flow/determination/method.ts";
import { chosen, series, single } from "@quanheng/flow/determination/readings.ts";
import { mean } from "@quanheng/kernel/statistics.ts";
import { choice, optional, quantity } from "../../../bench-inputs.ts";
import { verdict, words, yesNo } from "../../../bench-verdicts.ts";
import { earthContinuity } from "../earth-continuity.ts";
import { electricStrength } from "../electric-strength.ts";
import { leakageCurrent } from "../leakage-current.ts";
import { powerInput } from "../power-input.ts";
import { HOUSEHOLD } from "../tables.ts";

const DOCUMENTS = { normative: ["GB 4706.1-2024"], validFrom: "2026-08-01" } as const;

function inputOf(readings: Readings, measuredW: number) {
  return powerInput(HOUSEHOLD, chosen(readings, "kind", POWER_KINDS), single(readings, "ratedW"), measuredW);
}
const POWER_KINDS = ["heating", "combined", "motor"] as const;

/** Power input against the rated one. */
export const powerInputBench = describe({
  id: "electronics.power-input",
  title: { zh: "输入功率偏差", en: "Deviation of the power input" },
  ...DOCUMENTS,
  source: "IEC 60335-1:2020 (GB 4706.1-2024), 10.1",
  inputs: [
    quantity("ratedW", ["额定功率", "Rated power"], "W", ["0.1", "100000"]),
    quantity("measuredW", ["测得功率", "Measured power"], "W", ["0", "200000"], {
      instrumentType: "power-analyser",
      portion: true,
      replicates: { min: 1, max: 10 },
      uncertainty: { kind: "percent", percent: 0.5, distribution: "rectangular" },
    }),
    choice(
      "kind",
      ["器具种类", "Appliance"],
      words([
        ["heating", "电热器具", "heating"],
        ["combined", "组合型器具", "combined"],
        ["motor", "电动器具", "motor-operated"],
      ]),
    ),
  ],
  output: {
    characteristic: "power-input-deviation",
    label: { zh: "功率偏差", en: "Deviation" },
    unit: "%",
    rounding: { mode: "half-even", places: 1 },
  },
  names: {
    deviationW: { zh: "功率偏差", en: "Deviation" },
    upperW: { zh: "允许的正偏差", en: "Allowed above" },
    lowerW: { zh: "允许的负偏差", en: "Allowed below" },
  },
  compute: (readings) => {
    const { deviationPercent, deviationW, upperW, lowerW } = inputOf(readings, single(readings, "measuredW"));
    const lower = lowerW === null ? [] : [{ name: "lowerW", value: lowerW, unit: "W" }];
    return {
      value: deviationPercent,
      intermediate: [
        { name: "deviationW", value: deviationW, unit: "W" },
        { name: "upperW", value: upperW, unit: "W" },
        ...lower,
      ],
    };
  },
  findings: (readings) => {
    const { pass } = inputOf(readings, mean(series(readings, "measuredW")));
    return [verdict("power", ["输入功率", "Power input"], pass, HOUSEHOLD)];
  },
  example: { ratedW: "2000", measuredW: ["2085"], kind: "heating" },
});

/** Leakage current at operating temperature, each pole in turn; the greatest counts. */
export const leakageCurrentBench = describe({
  id: "electronics.leakage-current",
  title: { zh: "工作温度下的泄漏电流", en: "Leakage current at operating temperature" },
  ...DOCUMENTS,
  source: "IEC 60335-1:2020 (GB 4706.1-2024), 13.2",
  inputs: [
    quantity("measuredMa", ["泄漏电流（各极性）", "Leakage current, each polarity"], "mA", ["0", "100"], {
      instrumentType: "leakage-current-tester",
      replicates: { min: 1, max: 8 },
      uncertainty: { kind: "percent", percent: 3.5, distribution: "rectangular" },
    }),
    choice(
      "kind",
      ["器具类别", "Appliance"],
      words([
        ["class-1-portable", "I 类便携式", "class I, portable"],
        ["class-1-stationary-motor", "I 类驻立式电动", "class I, stationary, motor"],
        ["class-1-stationary-heating", "I 类驻立式电热", "class I, stationary, heating"],
        ["class-2", "II 类（峰值）", "class II (peak)"],
        ["class-0-0i-3", "0、0I、III 类（峰值）", "classes 0, 0I and III (peak)"],
      ]),
    ),
    quantity("ratedKw", ["额定功率", "Rated power"], "kW", ["0.001", "100"], {
      optional: true,
      hint: { zh: "驻立式电热器具须填。", en: "Needed for stationary heating appliances." },
    }),
  ],
  output: {
    characteristic: "leakage-current",
    label: { zh: "泄漏电流", en: "Leakage current" },
    unit: "mA",
    rounding: { mode: "half-even", places: 2 },
  },
  names: {},
  compute: (readings) => ({ value: Math.max(...series(readings, "measuredMa")) }),
  findings: (readings, { value }) => {
    const kind = chosen(readings, "kind", Object.keys(HOUSEHOLD.leakage));
    const { pass } = leakageCurrent(HOUSEHOLD, kind, value, optional(readings, "ratedKw"));
    return [verdict("leakage", ["泄漏电流", "Leakage current"], pass, HOUSEHOLD)];
  },
  example: { measuredMa: ["2.91", "2.96"], kind: "class-1-stationary-heating", ratedKw: "4.2" },
});

function earthOf(readings: Readings, voltageV: number) {
  return earthContinuity(HOUSEHOLD, single(readings, "currentA"), voltageV, single(readings, "leadOhm"));
}

/** Resistance of the earth connection at a high current. */
export const earthContinuityBench = describe({
  id: "electronics.earth-continuity",
  title: { zh: "接地电阻", en: "Resistance of the earth connection" },
  ...DOCUMENTS,
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
  ],
  output: {
    characteristic: "earth-resistance",
    label: { zh: "接地电阻", en: "Earth resistance" },
    unit: "Ohm",
    rounding: { mode: "half-even", places: 3 },
  },
  names: {},
  compute: (readings) => ({ value: earthOf(readings, single(readings, "voltageV")).resistanceOhm }),
  findings: (readings) => {
    const { pass } = earthOf(readings, mean(series(readings, "voltageV")));
    return [verdict("earth", ["接地电阻", "Earth resistance"], pass, HOUSEHOLD)];
  },
  example: { currentA: "25", voltageV: ["2.31"], leadOhm: "0.012" },
});

function strengthOf(readings: Readings, appliedV: number) {
  return electricStrength(HOUSEHOLD, {
    insulation: chosen(readings, "insulation", Object.keys(HOUSEHOLD.electricStrengthV)),
    ratedV: single(readings, "ratedV"),
    appliedV,
    heldS: single(readings, "heldS"),
    breakdown: readings["breakdown"] === true,
  });
}

/** Electric strength of an insulation: the voltage that it held for a minute, or at which it broke down. */
export const electricStrengthBench = describe({
  id: "electronics.electric-strength",
  title: { zh: "电气强度", en: "Electric strength" },
  ...DOCUMENTS,
  source: "IEC 60335-1:2020 (GB 4706.1-2024), 13.3",
  inputs: [
    choice(
      "insulation",
      ["绝缘类别", "Insulation"],
      words([
        ["basic", "基本绝缘", "basic"],
        ["supplementary", "附加绝缘", "supplementary"],
        ["reinforced", "加强绝缘", "reinforced"],
      ]),
    ),
    quantity("ratedV", ["额定电压", "Rated voltage"], "V", ["1", "690"]),
    quantity("appliedV", ["试验电压", "Test voltage"], "V", ["0", "20000"], {
      instrumentType: "voltmeter",
      uncertainty: { kind: "percent", percent: 1.5, distribution: "rectangular" },
      hint: { zh: "击穿时填击穿电压。", en: "The voltage at breakdown, where there was one." },
    }),
    quantity("heldS", ["保持时间", "Time held"], "s", ["0", "3600"]),
    yesNo("breakdown", ["发生击穿或闪络", "Breakdown or flashover"]),
  ],
  output: {
    characteristic: "electric-strength",
    label: { zh: "电气强度", en: "Electric strength" },
    unit: "V",
    rounding: { mode: "half-even", places: 0 },
  },
  names: {},
  compute: (readings) => ({ value: single(readings, "appliedV") }),
  findings: (readings, { value }) => {
    const { pass, requiredV } = strengthOf(readings, value);
    return [verdict("strength", [`耐受 ${requiredV} V，60 s`, `Holds ${requiredV} V for 60 s`], pass, HOUSEHOLD)];
  },
  example: { insulation: "reinforced", ratedV: "230", appliedV: "3000", heldS: "60", breakdown: "false" },
});
