import { describe } from "@quanheng/flow/determination/describe.ts";
import type { FurtherOutput, Readings } from "@quanheng/flow/determination/method.ts";
import { chosen, series, single } from "@quanheng/flow/determination/readings.ts";
import { toNumber } from "@quanheng/kernel/decimal.ts";
import { mean } from "@quanheng/kernel/statistics.ts";
import { choice, optional, quantity } from "../../../bench-inputs.ts";
import { effect, verdict, words } from "../../../bench-verdicts.ts";
import { composition, othersTotal } from "../aluminium-composition.ts";
import { ALLOYS } from "../tables.ts";

const SPECIFIED = [
  ["Si", "硅", "Silicon"],
  ["Fe", "铁", "Iron"],
  ["Cu", "铜", "Copper"],
  ["Mn", "锰", "Manganese"],
  ["Mg", "镁", "Magnesium"],
  ["Cr", "铬", "Chromium"],
  ["Zn", "锌", "Zinc"],
  ["Ti", "钛", "Titanium"],
] as const;
const OTHERS = [
  ["V", "钒", "Vanadium"],
  ["Ga", "镓", "Gallium"],
  ["Ni", "镍", "Nickel"],
  ["Pb", "铅", "Lead"],
  ["Sn", "锡", "Tin"],
] as const;
/** Others that every spectrometer for aluminium reads. */
const ALWAYS: readonly string[] = ["V", "Ga", "Ni"];

const UNIT = "g/(100.g)";
const result = (symbol: string, zh: string, en: string): FurtherOutput => ({
  name: symbol,
  characteristic: `alloy-${symbol.toLowerCase()}`,
  label: { zh: `${zh} ${symbol}`, en: `${en} ${symbol}` },
  unit: UNIT,
  rounding: { mode: "half-even", places: 3 },
});
const { name: _silicon, ...SILICON } = result("Si", "硅", "Silicon");
const other = (name: string, zh: string, en: string): FurtherOutput => ({
  name,
  characteristic: name,
  label: { zh, en },
  unit: UNIT,
  rounding: { mode: "half-even", places: 2 },
});

function otherContents(readings: Readings): readonly (readonly [string, number])[] {
  return OTHERS.flatMap(([symbol]) => {
    const content = optional(readings, symbol);
    return content === undefined ? [] : [[symbol, content] as const];
  });
}

const ALLOY_NAMES = Object.keys(ALLOYS.alloys);

/** Composition of an aluminium alloy by optical emission: several burns, of which the mean counts. */
export const compositionBench = describe({
  id: "aluminium.composition",
  title: { zh: "铝及铝合金化学成分（光电直读光谱）", en: "Composition of aluminium by optical emission" },
  normative: ["GB/T 7999-2015", "EN 14242", "ASTM E1251"],
  source: "GB/T 7999-2015; EN 14242; GB/T 3190-2020",
  validFrom: "2016-09-01",
  inputs: [
    ...[...SPECIFIED, ...OTHERS].map(([symbol, zh, en]) =>
      quantity(symbol, [`${zh} ${symbol}`, `${en} ${symbol}`], UNIT, ["0", "30"], {
        instrumentType: "optical-emission-spectrometer",
        portion: true,
        replicates: { min: 2, max: 10 },
        ...(OTHERS.some(([name]) => name === symbol) && !ALWAYS.includes(symbol) ? { optional: true } : {}),
        uncertainty: { kind: "stated", input: "relativePercent", percent: true },
      }),
    ),
    choice("alloy", ["牌号", "Alloy"], words(ALLOY_NAMES.map((name) => [name, name, name])), {
      optional: true,
      group: "conditions",
    }),
    quantity(
      "relativePercent",
      ["校准的相对标准不确定度", "Relative standard uncertainty of the calibration"],
      "%",
      ["0", "50"],
      {
        group: "instrument",
        preset: "3",
      },
    ),
  ],
  output: SILICON,
  further: [
    ...SPECIFIED.slice(1).map(([symbol, zh, en]) => result(symbol, zh, en)),
    other("alloy-other-each", "其他单个（最大）", "Other elements, greatest"),
    other("alloy-other-total", "其他合计", "Other elements, total"),
  ],
  names: {
    calibration: { zh: "校准", en: "Calibration" },
    rounding: { zh: "各元素修约到 0.01 %", en: "Rounding of each element to 0.01 %" },
  },
  moreOf(name, readings) {
    if (name !== "alloy-other-total") return [];
    // The total is a sum of rounded contents: a small step of a content leaves it as it is, so its parts are stated here.
    const means = OTHERS.flatMap(([symbol]) =>
      readings[symbol] === undefined ? [] : [mean(series(readings, symbol))],
    );
    const relative = single(readings, "relativePercent") / 100;
    return [
      effect("calibration", relative * Math.hypot(...means)),
      effect("rounding", 0.01 * Math.sqrt(means.length / 12)),
    ];
  },
  compute: (readings) => {
    const others = otherContents(readings);
    const contents = Object.fromEntries(SPECIFIED.map(([symbol]) => [symbol, single(readings, symbol)]));
    return {
      value: contents["Si"] ?? Number.NaN,
      further: {
        ...contents,
        "alloy-other-each": Math.max(...others.map(([, content]) => content)),
        "alloy-other-total": toNumber(othersTotal(others)),
      },
    };
  },
  findings: (readings) => {
    if (readings["alloy"] === undefined) return [];
    const means = [...SPECIFIED, ...OTHERS].flatMap(([symbol]) =>
      readings[symbol] === undefined ? [] : [[symbol, mean(series(readings, symbol))] as const],
    );
    const found = composition(ALLOYS, chosen(readings, "alloy", ALLOY_NAMES), Object.fromEntries(means));
    return [
      ...Object.keys(ALLOYS.alloys[chosen(readings, "alloy", ALLOY_NAMES)]?.elements ?? {}).map((element) =>
        verdict(element, [element, element], !found.failed.includes(element), ALLOYS),
      ),
      ...(found.failed.includes("Al") ? [verdict("Al", ["Al", "Al"], false, ALLOYS)] : []),
      verdict("others", ["其他元素", "Other elements"], found.othersOk, ALLOYS),
    ];
  },
  example: {
    Si: ["0.43", "0.43"],
    Fe: ["0.21", "0.21"],
    Cu: ["0.03", "0.03"],
    Mn: ["0.05", "0.05"],
    Mg: ["0.52", "0.52"],
    Cr: ["0.01", "0.01"],
    Zn: ["0.02", "0.02"],
    Ti: ["0.015", "0.015"],
    V: ["0.012", "0.012"],
    Ga: ["0.011", "0.011"],
    Ni: ["0.004", "0.004"],
    alloy: "6063",
  },
});
