import { normal } from "@quanheng/flow/determination/budget.ts";
import { describe } from "@quanheng/flow/determination/describe.ts";
import type { Readings } from "@quanheng/flow/determination/method.ts";
import { series, single } from "@quanheng/flow/determination/readings.ts";
import { type Decimal, toNumber } from "@quanheng/kernel/decimal.ts";
import { column, expandedBy2, halfWidth, ifLoaded, quantity } from "../../../bench-inputs.ts";
import { verdict } from "../../../bench-verdicts.ts";
import { micrometerErrors } from "../micrometer-error.ts";
import { permissibleError, withinPermissible } from "../permissible-error.ts";
import { MICROMETERS } from "../tables.ts";
import { greatest } from "./greatest.ts";

const ROWS = [5, 30] as const;

function errors(readings: Readings): readonly number[] {
  const corrections = series(readings, "correctionMm");
  const indications = series(readings, "readingMm");
  const points = series(readings, "nominalMm").map((nominalMm, i) => ({
    nominalMm,
    correctionMm: corrections[i]!,
    readingMm: indications[i]!,
  }));
  const rangeMm = [single(readings, "fromMm"), single(readings, "toMm")] as const;
  return micrometerErrors({ rangeMm, points, mpeUm: Number.MAX_VALUE }).errorsUm;
}

function permitted(readings: Readings): Decimal | undefined {
  return ifLoaded(() => permissibleError(MICROMETERS, single(readings, "toMm")));
}

/** Errors of indication of an outside micrometer over its range; the result is the greatest by magnitude. */
export const micrometerBench = describe({
  id: "length.micrometer-error",
  title: { zh: "外径千分尺示值误差", en: "Error of indication of an outside micrometer" },
  normative: ["JJG 21-2008"],
  source: "JJG 21-2008, 7.3; ISO 3611:2023",
  validFrom: "2008-09-30",
  tables: [
    {
      name: "points",
      label: { zh: "测量点", en: "Points" },
      hint: {
        zh: "量程起点加 5.12、10.24、15.36、21.5、25 mm。",
        en: "Start of the range plus 5.12, 10.24, 15.36, 21.5 and 25 mm.",
      },
    },
  ],
  inputs: [
    quantity("fromMm", ["量程下限", "Range from"], "mm", ["0", "475"], { preset: "0" }),
    quantity("toMm", ["量程上限", "Range to"], "mm", ["5", "500"], { preset: "25" }),
    column("points", "nominalMm", ["量块标称长度", "Nominal length of the block"], "mm", ["0.5", "500"], ROWS, {
      instrumentType: "gauge-block",
    }),
    column("points", "correctionMm", ["量块偏差", "Deviation of the block"], "mm", ["-0.1", "0.1"], ROWS),
    column("points", "readingMm", ["示值", "Reading"], "mm", ["0", "501"], ROWS),
    quantity("standardExpandedUm", ["量块的 U (k = 2)", "U of the blocks (k = 2)"], "um", ["0", "2"], {
      group: "instrument",
      preset: "0.2",
    }),
    quantity("resolutionUm", ["估读或分辨力 ±", "Reading ±"], "um", ["0", "10"], {
      group: "instrument",
      preset: "0.5",
    }),
    quantity("repeatabilityUm", ["重复性 u", "Repeatability, u"], "um", ["0", "10"], {
      group: "instrument",
      preset: "0.6",
    }),
    quantity("differenceK", ["温差 ±", "Temperature difference ±"], "K", ["0", "5"], {
      group: "conditions",
      preset: "0.5",
    }),
  ],
  output: {
    characteristic: "micrometer-error",
    label: { zh: "最大示值误差", en: "Greatest error of indication" },
    unit: "um",
    rounding: { mode: "half-even", places: 0 },
  },
  names: {},
  compute: (readings) => ({ value: greatest(errors(readings)) }),
  more: (readings) => [
    expandedBy2(readings, "standardExpandedUm", -1, "um"),
    halfWidth(readings, "resolutionUm", 1, "um"),
    normal("repeatabilityUm", single(readings, "repeatabilityUm"), 1, { unit: "um" }),
    halfWidth(readings, "differenceK", 11.5e-3 * single(readings, "toMm"), "K"),
  ],
  findings: (readings) => {
    const mpe = permitted(readings);
    if (mpe === undefined) return [];
    const kept = errors(readings).every((error) => withinPermissible(error, mpe));
    return [verdict("mpe", ["示值误差", "Error of indication"], kept, MICROMETERS)];
  },
  pictures: (readings) => {
    const mpe = permitted(readings);
    const x = series(readings, "nominalMm");
    const level = (y: number) => [single(readings, "fromMm"), single(readings, "toMm")].map((end) => [end, y] as const);
    const allowed = { name: { zh: "最大允许误差", en: "Permissible error" }, role: "limit" } as const;
    return [
      {
        kind: "lines",
        name: "errors",
        title: { zh: "示值误差", en: "Errors of indication" },
        x: { label: { zh: "长度", en: "Length" }, unit: "mm" },
        y: { label: { zh: "误差", en: "Error" }, unit: "um" },
        lines: [
          {
            name: { zh: "误差", en: "Error" },
            role: "measured",
            points: errors(readings).map((e, i) => [x[i]!, e] as const),
          },
          ...(mpe === undefined ? [] : [toNumber(mpe), -toNumber(mpe)].map((y) => ({ ...allowed, points: level(y) }))),
        ],
      },
    ];
  },
  example: {
    nominalMm: ["5.12", "10.24", "15.36", "21.5", "25"],
    correctionMm: ["0.0001", "-0.0001", "0", "0.0002", "-0.0001"],
    readingMm: ["5.121", "10.242", "15.361", "21.502", "25.001"],
  },
});
