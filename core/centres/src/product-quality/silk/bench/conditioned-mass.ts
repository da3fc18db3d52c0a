import { describe } from "@quanheng/flow/determination/describe.ts";
import { series, single } from "@quanheng/flow/determination/readings.ts";
import { column, equipment, quantity } from "../../../bench-inputs.ts";
import { conditionedMass } from "../conditioned-mass.ts";

const balance = { instrumentType: "balance", uncertainty: { kind: "rectangular", halfWidth: 0.02 } } as const;

/** Mass of a lot at the official regain, with its measured regain. */
export const conditionedMassBench = describe({
  id: "silk.conditioned-mass",
  title: { zh: "生丝公量与回潮率", en: "Conditioned mass and regain of raw silk" },
  normative: ["GB/T 1798-2008"],
  source: "GB/T 1798-2008, mass at official regain; recalled",
  validFrom: "2009-02-01",
  tables: [{ name: "specimens", label: { zh: "回潮率样丝", en: "Conditioning specimens" } }],
  inputs: [
    quantity("netKg", ["净量", "Net mass of the lot"], "kg", ["0.1", "10000"], {
      instrumentType: "balance",
      uncertainty: { kind: "rectangular", halfWidth: 0.05 },
    }),
    column("specimens", "wetG", ["湿量", "Mass as it came"], "g", ["1", "2000"], [1, 10], balance),
    column("specimens", "dryG", ["干量", "Dried to constant mass"], "g", ["1", "2000"], [1, 10], {
      ...balance,
      hint: { zh: "140 °C 烘至恒量。", en: "At 140 °C to constant mass." },
    }),
    equipment("spreadAllowed", ["回潮率允许之差", "Regains may differ by"], "%", ["0.1", "10"], "1.0"),
  ],
  output: {
    characteristic: "conditioned-mass",
    label: { zh: "公量", en: "Conditioned mass" },
    unit: "kg",
    rounding: { mode: "half-even", places: 2 },
  },
  further: [
    {
      name: "regain",
      characteristic: "moisture-regain",
      label: { zh: "实测回潮率", en: "Measured regain" },
      unit: "%",
      rounding: { mode: "half-even", places: 2 },
    },
  ],
  names: { specimen: { zh: "单样回潮率", en: "Regain of a specimen" } },
  compute: (readings) => {
    const dry = series(readings, "dryG");
    const { massKg, meanPercent, regains } = conditionedMass(
      single(readings, "netKg"),
      series(readings, "wetG").map((wetG, at) => ({ wetG, dryG: dry[at] ?? Number.NaN })),
      single(readings, "spreadAllowed"),
    );
    return {
      value: massKg,
      further: { regain: meanPercent },
      intermediate: regains.map((value) => ({ name: "specimen", value, unit: "%" })),
    };
  },
  example: { netKg: "603.46", wetG: ["498.62", "501.37"], dryG: ["450.11", "452.44"] },
});
