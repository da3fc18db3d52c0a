import { describe } from "@quanheng/flow/determination/describe.ts";
import type { Readings } from "@quanheng/flow/determination/method.ts";
import { thinned } from "@quanheng/flow/determination/picture.ts";
import { series, single } from "@quanheng/flow/determination/readings.ts";
import { column, optional, quantity } from "../../../bench-inputs.ts";
import { verdict } from "../../../bench-verdicts.ts";
import { batteryCapacity, reachesRated } from "../battery-capacity.ts";
import { TRANSPORT } from "../tables.ts";
import { transportTest } from "../transport-test.ts";

const ROWS = [2, 100_000] as const;

function discharged(readings: Readings) {
  return batteryCapacity({
    timeS: series(readings, "timeS"),
    currentA: series(readings, "currentA"),
    voltageV: series(readings, "voltageV"),
    cutoffV: single(readings, "cutoffV"),
  });
}

/** Capacity and energy of a cell or battery from its discharge. */
export const batteryCapacityBench = describe({
  id: "electronics.battery-capacity",
  title: { zh: "电池放电容量", en: "Discharge capacity of a battery" },
  normative: ["GB/T 18287-2013", "IEC 61960-3:2017"],
  source: "IEC 61960-3:2017, 7.3; GB/T 18287-2013, 5.3.2",
  validFrom: "2013-09-15",
  tables: [{ name: "discharge", label: { zh: "放电曲线", en: "Discharge" } }],
  inputs: [
    column("discharge", "timeS", ["时间", "Time"], "s", ["0", "10000000"], ROWS, { instrumentType: "battery-cycler" }),
    column("discharge", "currentA", ["放电电流", "Current"], "A", ["0", "10000"], ROWS, {
      uncertainty: { kind: "percent", percent: 0.5, distribution: "rectangular" },
    }),
    column("discharge", "voltageV", ["电压", "Voltage"], "V", ["0", "2000"], ROWS, {
      uncertainty: { kind: "percent", percent: 0.1, distribution: "rectangular" },
    }),
    quantity("cutoffV", ["终止电压", "Cut-off voltage"], "V", ["0.1", "2000"], { group: "conditions" }),
    quantity("ratedMah", ["额定容量", "Rated capacity"], "mA.h", ["1", "10000000"], {
      optional: true,
      group: "conditions",
    }),
  ],
  output: {
    characteristic: "battery-capacity",
    label: { zh: "放电容量", en: "Capacity" },
    unit: "mA.h",
    rounding: { mode: "half-even", places: 0 },
  },
  further: [
    {
      name: "energyWh",
      characteristic: "battery-energy",
      label: { zh: "放电能量", en: "Energy" },
      unit: "W.h",
      rounding: { mode: "half-even", places: 2 },
    },
  ],
  names: { endS: { zh: "到达终止电压的时间", en: "Time of reaching the cut-off" } },
  compute: (readings) => {
    const { capacityMah, energyWh, endS } = discharged(readings);
    return { value: capacityMah, further: { energyWh }, intermediate: [{ name: "endS", value: endS, unit: "s" }] };
  },
  findings: (readings, { value }) => {
    const rated = optional(readings, "ratedMah");
    if (rated === undefined) return [];
    const basis = { document: "IEC 61960-3:2017, 7.3", status: "recalled" };
    return [verdict("rated", ["额定容量", "Rated capacity"], reachesRated([value], rated), basis)];
  },
  pictures: (readings) => {
    const [time, voltage] = [series(readings, "timeS"), series(readings, "voltageV")];
    const { endS } = discharged(readings);
    const cutoff = single(readings, "cutoffV");
    return [
      {
        kind: "lines",
        name: "discharge",
        title: { zh: "放电曲线", en: "Discharge" },
        x: { label: { zh: "时间", en: "Time" }, unit: "s" },
        y: { label: { zh: "电压", en: "Voltage" }, unit: "V" },
        lines: [
          {
            name: { zh: "电压", en: "Voltage" },
            role: "measured",
            points: thinned(time.map((t, i) => [t, voltage[i]!] as const)),
          },
          {
            name: { zh: "终止电压", en: "Cut-off" },
            role: "limit",
            points: [
              [time[0]!, cutoff],
              [time.at(-1)!, cutoff],
            ],
          },
        ],
        marks: [{ name: { zh: "终止", en: "End" }, x: endS, y: cutoff }],
      },
    ];
  },
  example: {
    timeS: ["0", "3000", "6000", "9000", "12000", "15000", "17400", "18000", "18300"],
    currentA: Array.from({ length: 9 }, () => "0.6"),
    voltageV: ["4.12", "3.95", "3.84", "3.75", "3.68", "3.58", "3.36", "3.08", "2.84"],
    cutoffV: "3.0",
    ratedMah: "3000",
  },
});

function transported(readings: Readings) {
  const [before, after] = [optional(readings, "voltageBeforeV"), optional(readings, "voltageAfterV")];
  return transportTest(TRANSPORT, {
    massBeforeG: single(readings, "massBeforeG"),
    massAfterG: single(readings, "massAfterG"),
    ...(before === undefined ? {} : { voltageBeforeV: before }),
    ...(after === undefined ? {} : { voltageAfterV: after }),
  });
}

/** Mass loss and open-circuit voltage of a cell after a transport test. */
export const transportTestBench = describe({
  id: "electronics.un38-3-mass-loss",
  title: { zh: "UN 38.3 质量损失与开路电压", en: "UN 38.3, mass loss and open-circuit voltage" },
  normative: ["UN 38.3"],
  source: "UN Manual of Tests and Criteria, 38.3.2.3",
  validFrom: "2020-01-01",
  inputs: [
    quantity("massBeforeG", ["试验前质量", "Mass before"], "g", ["0.001", "100000"], {
      instrumentType: "analytical-balance",
      uncertainty: { kind: "rectangular", halfWidth: 0.0005 },
    }),
    quantity("massAfterG", ["试验后质量", "Mass after"], "g", ["0.001", "100000"], {
      instrumentType: "analytical-balance",
      uncertainty: { kind: "rectangular", halfWidth: 0.0005 },
    }),
    quantity("voltageBeforeV", ["试验前开路电压", "Open-circuit voltage before"], "V", ["0.001", "2000"], {
      instrumentType: "voltmeter",
      optional: true,
    }),
    quantity("voltageAfterV", ["试验后开路电压", "Open-circuit voltage after"], "V", ["0", "2000"], { optional: true }),
  ],
  output: {
    characteristic: "un383-mass-loss",
    label: { zh: "质量损失", en: "Mass loss" },
    unit: "%",
    rounding: { mode: "half-even", places: 2 },
  },
  names: { voltagePercent: { zh: "开路电压保持率", en: "Open-circuit voltage left" } },
  compute: (readings) => {
    const { lossPercent, voltageRatio } = transported(readings);
    const left = voltageRatio === undefined ? [] : [{ name: "voltagePercent", value: 100 * voltageRatio, unit: "%" }];
    return { value: lossPercent, intermediate: left };
  },
  findings: (readings) => {
    const { massOk, voltageOk } = transported(readings);
    const left = ["开路电压", "Open-circuit voltage"] as const;
    return [
      verdict("mass", ["质量损失", "Mass loss"], massOk, TRANSPORT),
      ...(voltageOk === undefined ? [] : [verdict("voltage", left, voltageOk, TRANSPORT)]),
    ];
  },
  example: {
    massBeforeG: "46.312",
    massAfterG: "46.265",
    voltageBeforeV: "4.168",
    voltageAfterV: "4.121",
  },
});
