import { describe } from "@quanheng/flow/determination/describe.ts";
import type { MethodDefinition, Readings } from "@quanheng/flow/determination/method.ts";
import { series, single } from "@quanheng/flow/determination/readings.ts";
import { mean } from "@quanheng/kernel/statistics.ts";
import { quantity } from "../../../bench-inputs.ts";
import { type Label, said, share, verdict } from "../../../bench-verdicts.ts";
import { batchCapacity, chargeRetention, needSetCurrent, repeatedCapacity } from "../battery-capacity.ts";
import { CAPACITY } from "../tables.ts";

const CYCLER = { instrumentType: "battery-cycler", uncertainty: share(0.15) } as const;
const RATED = quantity("ratedAh", ["额定容量", "Rated capacity"], "A.h", ["0.001", "10000"], { group: "conditions" });
const SET = quantity("setA", ["设定电流", "Set current"], "A", ["0.001", "10000"], { group: "conditions" });
const CURRENT = quantity("currentA", ["实际电流", "Actual current"], "A", ["0", "10000"], {
  group: "instrument",
  instrumentType: "battery-cycler",
});

/** Capacity of a batch of cells at room temperature. */
export const batchCapacityBench: MethodDefinition = describe({
  id: "ev.battery-capacity",
  title: { zh: "动力电池室温放电容量（批）", en: "Discharge capacity of a batch of cells" },
  normative: [],
  source: "GB/T 31486; criteria recalled",
  validFrom: "2015-05-15",
  inputs: [capacities([2, 100], ["各样品容量", "Capacity of each cell"]), RATED, SET, CURRENT],
  output: capacity(["平均容量", "Mean capacity"]),
  names: { spread: { zh: "极差占平均值", en: "Spread as a share of the mean" } },
  compute(readings) {
    checkCurrent(readings);
    const { meanAh, rangePercent } = batch(readings);
    return { value: meanAh, intermediate: [{ name: "spread", value: rangePercent, unit: "%" }] };
  },
  findings(readings) {
    const { eachOk, spreadOk } = batch(readings);
    return [
      verdict("each", ["每个样品 100 % 至 110 % 额定容量", "Each cell 100 % to 110 % of rated"], eachOk, CAPACITY),
      verdict("spread", ["极差不超过平均值的 5 %", "Spread up to 5 % of the mean"], spreadOk, CAPACITY),
    ];
  },
  example: {
    capacityAh: ["152.31", "153.02", "151.88", "152.64", "152.95", "151.47"],
    ratedAh: "150",
    setA: "150",
    currentA: "150.1",
  },
  pictures(readings) {
    const values = series(readings, "capacityAh");
    const rated = single(readings, "ratedAh");
    return [
      {
        kind: "bars",
        name: "cells",
        title: { zh: "各样品容量", en: "Capacity of the cells" },
        categories: values.map((_, k) => said([String(k + 1), String(k + 1)])),
        y: { label: { zh: "容量", en: "Capacity" }, unit: "A.h" },
        bars: [{ name: { zh: "容量", en: "Capacity" }, values }],
        limits: [
          { name: { zh: "下限", en: "Lower limit" }, value: Number(CAPACITY.least) * rated },
          { name: { zh: "上限", en: "Upper limit" }, value: Number(CAPACITY.greatest) * rated },
        ],
      },
    ];
  },
});

/** Capacity of one cell from repetitions, which stop when three in a row agree. */
export const repeatedCapacityBench: MethodDefinition = describe({
  id: "ev.battery-repeated-capacity",
  title: { zh: "动力电池容量（重复至稳定）", en: "Capacity of a cell (repeated until stable)" },
  normative: [],
  source: "GB/T 31486; criteria recalled",
  validFrom: "2015-05-15",
  inputs: [capacities([3, 5], ["各次容量", "Capacity of each repetition"]), RATED, SET, CURRENT],
  output: capacity(["容量", "Capacity"]),
  names: { spread: { zh: "三次极差占额定容量", en: "Spread of three as a share of rated" } },
  compute(readings) {
    checkCurrent(readings);
    const { three, rangePercent } = repeated(readings);
    return { value: mean(three), intermediate: [{ name: "spread", value: rangePercent, unit: "%" }] };
  },
  findings: (readings) => [
    verdict(
      "stable",
      ["连续三次相差小于额定容量的 3 %", "Three in a row within 3 % of rated"],
      repeated(readings).stop,
      CAPACITY,
      {
        kept: ["可停止", "the test may stop"],
        broken: ["须继续", "the test goes on"],
      },
    ),
  ],
  example: { capacityAh: ["152.4", "151.9", "152.1"], ratedAh: "150", setA: "150", currentA: "150" },
});

/** Charge retention and recovery after storage. */
export const chargeRetentionBench: MethodDefinition = describe({
  id: "ev.battery-retention",
  title: { zh: "荷电保持与容量恢复", en: "Charge retention and recovery" },
  normative: [],
  source: "GB/T 31486; criteria recalled",
  validFrom: "2015-05-15",
  inputs: [
    quantity("initialAh", ["初始容量", "Initial capacity"], "A.h", ["0.001", "10000"], CYCLER),
    quantity("retainedAh", ["贮存后剩余容量", "Capacity left after storage"], "A.h", ["0", "10000"], CYCLER),
    quantity("recoveredAh", ["恢复容量", "Recovered capacity"], "A.h", ["0", "10000"], CYCLER),
  ],
  output: percent("ev-charge-retention", ["荷电保持率", "Charge retention"]),
  further: [{ name: "recovered", ...percent("ev-capacity-recovery", ["容量恢复率", "Capacity recovery"]) }],
  names: {},
  compute(readings) {
    const { retainedPercent, recoveredPercent } = retention(readings);
    return { value: retainedPercent, further: { recovered: recoveredPercent } };
  },
  findings(readings) {
    const { retainedOk, recoveredOk } = retention(readings);
    return [
      verdict("retained", ["荷电保持率不低于 85 %", "Retention of at least 85 %"], retainedOk, CAPACITY),
      verdict("recovered", ["容量恢复率不低于 90 %", "Recovery of at least 90 %"], recoveredOk, CAPACITY),
    ];
  },
  example: { initialAh: "152.4", retainedAh: "134.2", recoveredAh: "146.1" },
});

function capacities([min, max]: readonly [number, number], label: Label) {
  return quantity("capacityAh", label, "A.h", ["0.001", "10000"], { replicates: { min, max }, ...CYCLER });
}

function capacity([zh, en]: Label) {
  const rounding = { mode: "half-even", places: 2 } as const;
  return { characteristic: "ev-battery-capacity", label: { zh, en }, unit: "A.h", rounding };
}

function percent(characteristic: string, [zh, en]: Label) {
  return { characteristic, label: { zh, en }, unit: "%", rounding: { mode: "half-even", places: 1 } as const };
}

function checkCurrent(readings: Readings): void {
  needSetCurrent(single(readings, "currentA"), single(readings, "setA"));
}

function batch(readings: Readings) {
  return batchCapacity(series(readings, "capacityAh"), single(readings, "ratedAh"), CAPACITY);
}

function repeated(readings: Readings) {
  return repeatedCapacity(series(readings, "capacityAh"), single(readings, "ratedAh"), CAPACITY);
}

function retention(readings: Readings) {
  const [initial, retained, recovered] = ["initialAh", "retainedAh", "recoveredAh"].map((name) =>
    single(readings, name),
  );
  return chargeRetention(initial!, retained!, recovered!, CAPACITY);
}
