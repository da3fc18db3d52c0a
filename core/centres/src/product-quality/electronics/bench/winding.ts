import { describe } from "@quanheng/flow/determination/describe.ts";
import type { DescribedInput } from "@quanheng/flow/determination/description.ts";
import type { Readings } from "@quanheng/flow/determination/method.ts";
import { chosen, series, single } from "@quanheng/flow/determination/readings.ts";
import { choice, column, optional, quantity } from "../../../bench-inputs.ts";
import { verdict, words } from "../../../bench-verdicts.ts";
import { HOUSEHOLD } from "../tables.ts";
import { INVERSE_COEFFICIENT, windingAtSwitchOff, windingRise } from "../winding.ts";

const ROOM = {
  instrumentType: "thermometer",
  group: "conditions",
  uncertainty: { kind: "rectangular", halfWidth: 0.3 },
} as const;
const OHMS = {
  instrumentType: "ohmmeter",
  uncertainty: { kind: "percent", percent: 0.2, distribution: "rectangular" },
} as const;

const cold: readonly DescribedInput[] = [
  choice(
    "material",
    ["绕组材料", "Winding"],
    [
      { value: "copper", label: { zh: "铜", en: "copper" } },
      { value: "aluminium", label: { zh: "铝", en: "aluminium" } },
    ],
    { preset: "copper" },
  ),
  quantity("coldOhm", ["冷态电阻 R₁", "Cold resistance R₁"], "Ohm", ["0.0001", "1000000"], OHMS),
  quantity("coldC", ["冷态室温 t₁", "Room temperature before t₁"], "Cel", ["-10", "60"], ROOM),
  quantity("hotC", ["断电时室温 t₂", "Room temperature at the end t₂"], "Cel", ["-10", "60"], ROOM),
];
const CLASSES = ["A", "E", "B", "F", "H"] as const;
const insulation: DescribedInput = choice(
  "insulationClass",
  ["绝缘等级", "Class of insulation"],
  words(CLASSES.map((name) => [name, `${name} 级`, name])),
  { optional: true, group: "conditions" },
);

const output = {
  characteristic: "winding-temperature-rise",
  label: { zh: "绕组温升", en: "Temperature rise of the winding" },
  unit: "K",
  rounding: { mode: "half-even", places: 1 },
} as const;
const names = {
  windingC: { zh: "绕组温度", en: "Temperature of the winding" },
  finalOhm: { zh: "冷却终值 R∞", en: "Resistance after cooling R∞" },
  ratePerS: { zh: "冷却速率 λ", en: "Rate of cooling λ" },
  atSwitchOffOhm: { zh: "断电瞬间电阻 R₀", en: "Resistance at switching off R₀" },
} as const;
const documents = {
  normative: ["GB 4943.1-2022", "IEC 62368-1:2018"],
  source: "IEC 60335-1:2020, 11.3; IEC 62368-1:2018, B.1.5",
  validFrom: "2023-08-01",
} as const;

function rise(readings: Readings, hotOhm: number) {
  const material = chosen(readings, "material", ["copper", "aluminium"]);
  const afterS = optional(readings, "afterS");
  return windingRise({
    coldOhm: single(readings, "coldOhm"),
    coldC: single(readings, "coldC"),
    hotOhm,
    hotC: single(readings, "hotC"),
    inverseCoefficientK: INVERSE_COEFFICIENT[material],
    ...(afterS === undefined ? {} : { afterS }),
  });
}

function kept(readings: Readings, riseK: number) {
  if (readings["insulationClass"] === undefined) return [];
  const most = HOUSEHOLD.windingRiseK[chosen(readings, "insulationClass", CLASSES)];
  return most === undefined ? [] : [verdict("rise", ["温升", "Temperature rise"], riseK <= Number(most), HOUSEHOLD)];
}

/** Temperature rise of a winding by one resistance soon after switching off. */
export const windingRiseBench = describe({
  id: "electronics.winding-temperature",
  title: { zh: "绕组温升（电阻法）", en: "Temperature rise of a winding by resistance" },
  ...documents,
  inputs: [
    ...cold,
    quantity("hotOhm", ["热态电阻 R₂", "Hot resistance R₂"], "Ohm", ["0.0001", "1000000"], OHMS),
    quantity("afterS", ["断电后时间", "Time after switching off"], "s", ["0", "600"], {
      optional: true,
      instrumentType: "clock",
    }),
    insulation,
  ],
  output,
  names,
  compute: (readings) => {
    const { riseK, windingC } = rise(readings, single(readings, "hotOhm"));
    return { value: riseK, intermediate: [{ name: "windingC", value: windingC, unit: "Cel" }] };
  },
  findings: (readings, { value }) => kept(readings, value),
  example: { coldOhm: "12.46", coldC: "22.4", hotOhm: "16.13", hotC: "24.1" },
});

/** The same with three readings while the winding cools, led back to the moment of switching off. */
export const windingCoolingBench = describe({
  id: "electronics.winding-temperature-cooling",
  title: { zh: "绕组温升（冷却曲线外推）", en: "Temperature rise of a winding from its cooling" },
  ...documents,
  tables: [{ name: "cooling", label: { zh: "断电后读数", en: "Readings after switching off" } }],
  inputs: [
    ...cold,
    column("cooling", "timeS", ["断电后时间", "Time after switching off"], "s", ["0", "600"], [3, 3], {
      instrumentType: "clock",
    }),
    column("cooling", "resistanceOhm", ["电阻", "Resistance"], "Ohm", ["0.0001", "1000000"], [3, 3], OHMS),
    insulation,
  ],
  output,
  names,
  compute: (readings) => {
    const { finalOhm, ratePerS, atSwitchOffOhm } = windingAtSwitchOff(
      series(readings, "timeS"),
      series(readings, "resistanceOhm"),
    );
    const { riseK, windingC } = rise(readings, atSwitchOffOhm);
    return {
      value: riseK,
      intermediate: [
        { name: "finalOhm", value: finalOhm, unit: "Ohm" },
        { name: "ratePerS", value: ratePerS, unit: "s-1" },
        { name: "atSwitchOffOhm", value: atSwitchOffOhm, unit: "Ohm" },
        { name: "windingC", value: windingC, unit: "Cel" },
      ],
    };
  },
  findings: (readings, { value }) => kept(readings, value),
  pictures: (readings) => {
    const [times, ohms] = [series(readings, "timeS"), series(readings, "resistanceOhm")];
    const { finalOhm, ratePerS, atSwitchOffOhm } = windingAtSwitchOff(times, ohms);
    const last = times.at(-1)!;
    const curve = Array.from({ length: 51 }, (_, i) => (last * i) / 50).map(
      (t) => [t, finalOhm + (atSwitchOffOhm - finalOhm) * Math.exp(-ratePerS * t)] as const,
    );
    return [
      {
        kind: "lines",
        name: "cooling",
        title: { zh: "冷却曲线", en: "Cooling" },
        x: { label: { zh: "时间", en: "Time" }, unit: "s" },
        y: { label: { zh: "电阻", en: "Resistance" }, unit: "Ohm" },
        lines: [
          { name: { zh: "外推曲线", en: "Fitted curve" }, role: "evaluated", points: curve },
          {
            name: { zh: "读数", en: "Readings" },
            role: "measured",
            scattered: true,
            points: times.map((t, i) => [t, ohms[i]!] as const),
          },
        ],
        marks: [{ name: { zh: "R₀", en: "R₀" }, x: 0, y: atSwitchOffOhm }],
      },
    ];
  },
  example: {
    coldOhm: "12.46",
    coldC: "22.4",
    hotC: "24.1",
    timeS: ["5", "15", "25"],
    resistanceOhm: ["16.02", "15.81", "15.63"],
  },
});
