import { describe } from "@quanheng/flow/determination/describe.ts";
import type { Readings } from "@quanheng/flow/determination/method.ts";
import { series, single } from "@quanheng/flow/determination/readings.ts";
import { formatDecimal, fromNumber } from "@quanheng/kernel/decimal.ts";
import { column, LIMIT_BASIS, limit, limitFinding, optional, quantity } from "../../../bench-inputs.ts";
import { interspaceRatio } from "../interspace-ratio.ts";

const ROWS = [1, 50] as const;

function found(readings: Readings) {
  const factors = series(readings, "factor");
  const items = series(readings, "volumeCm3").map((volumeCm3, i) => ({ volumeCm3, factor: factors[i]! }));
  const most = formatDecimal(fromNumber(optional(readings, "limitPercent") ?? 100));
  return interspaceRatio(single(readings, "packageCm3"), items, most);
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
    limit("limitPercent", ["空隙率限值", "Limit"], "%"),
    LIMIT_BASIS,
  ],
  output: {
    characteristic: "packaging-interspace-ratio",
    label: { zh: "包装空隙率", en: "Interspace ratio" },
    unit: "%",
    rounding: { mode: "half-even", places: 1 },
  },
  names: {},
  compute: (readings) => ({ value: found(readings).percent }),
  findings: (readings) =>
    optional(readings, "limitPercent") === undefined
      ? []
      : [
          limitFinding(
            readings,
            "interspace",
            ["空隙率", "Interspace ratio"],
            "GB 23350-2021, table 1",
            found(readings).pass,
          ),
        ],
  example: { packageCm3: "1450", volumeCm3: ["220", "150"], factor: ["1.6", "1.6"], limitPercent: "40" },
});
