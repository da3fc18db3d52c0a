import { describe } from "@quanheng/flow/determination/describe.ts";
import type { Readings } from "@quanheng/flow/determination/method.ts";
import { series, single } from "@quanheng/flow/determination/readings.ts";
import { column, quantity } from "../../../bench-inputs.ts";
import { verdict } from "../../../bench-verdicts.ts";
import { interspaceLimit, interspaceRatio } from "../interspace-ratio.ts";
import { INTERSPACE } from "../tables.ts";

const ROWS = [1, 50] as const;

function found(readings: Readings) {
  const factors = series(readings, "factor");
  const items = series(readings, "volumeCm3").map((volumeCm3, i) => ({ volumeCm3, factor: factors[i]! }));
  return interspaceRatio(
    single(readings, "packageCm3"),
    items,
    interspaceLimit(INTERSPACE, single(readings, "netContent")),
  );
}

/** Interspace ratio of a sales package. */
export const interspaceRatioBench = describe({
  id: "e-commerce.interspace-ratio",
  title: { zh: "包装空隙率", en: "Interspace ratio of a package" },
  normative: ["GB 23350-2021"],
  source: "GB 23350-2021, 5",
  validFrom: "2023-09-01",
  tables: [{ name: "items", label: { zh: "内装物", en: "Items in the package" } }],
  inputs: [
    quantity("packageCm3", ["销售包装体积", "Volume of the package"], "cm3", ["0.1", "10000000"], {
      instrumentType: "caliper",
      uncertainty: { kind: "percent", percent: 0.5, distribution: "rectangular" },
    }),
    column("items", "volumeCm3", ["内装物体积", "Volume of the item"], "cm3", ["0.01", "10000000"], ROWS, {
      uncertainty: { kind: "percent", percent: 0.5, distribution: "rectangular" },
    }),
    column("items", "factor", ["必要空间系数 k", "Factor of room k"], "1", ["1", "50"], ROWS),
    quantity("netContent", ["单件净含量（g 或 mL）", "Net content of one item, g or mL"], "1", ["0.01", "100000"]),
  ],
  output: {
    characteristic: "packaging-interspace-ratio",
    label: { zh: "包装空隙率", en: "Interspace ratio" },
    unit: "%",
    rounding: { mode: "half-even", places: 1 },
  },
  names: {},
  compute: (readings) => ({ value: found(readings).percent }),
  findings: (readings) => [verdict("interspace", ["空隙率", "Interspace ratio"], found(readings).pass, INTERSPACE)],
  example: { packageCm3: "1450", volumeCm3: ["220", "150"], factor: ["1.6", "1.6"], netContent: "50" },
});
