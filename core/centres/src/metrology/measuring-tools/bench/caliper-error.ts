import { describe } from "@quanheng/flow/determination/describe.ts";
import type { Readings } from "@quanheng/flow/determination/method.ts";
import { chosen, series, single } from "@quanheng/flow/determination/readings.ts";
import { choice, column, expandedBy2, halfWidth, ifLoaded, quantity } from "../../../bench-inputs.ts";
import { verdict, words } from "../../../bench-verdicts.ts";
import { needAscending } from "../../../method-guards.ts";
import { caliperError } from "../caliper-error.ts";
import { permissibleError, withinPermissible } from "../permissible-error.ts";
import { CALIPERS } from "../tables.ts";
import { trapezoidCoverage } from "../trapezoid-coverage.ts";
import { greatest } from "./greatest.ts";

const ROWS = [3, 50] as const;
const GRADUATIONS = ["0.01", "0.02", "0.05"] as const;

function errors(readings: Readings): readonly number[] {
  const standards = series(readings, "standardMm");
  needAscending("standardMm", standards);
  return series(readings, "readingMm").map(
    (readingMm, i) =>
      caliperError({ readingMm, standardMm: standards[i]!, budget: [], dominantUm: [1, 1], probability: 0.95 }).errorMm,
  );
}

/**
 * Resolution and mechanics are rectangular; where the two make up nearly all of the uncertainty, their sum is a trapezoid
 * with a coverage factor of its own.
 *
 * @source EA-4/02 M:2022, S10.13
 */
function coverage(readings: Readings): number | undefined {
  const [resolution, mechanics] = [single(readings, "resolutionMm"), single(readings, "mechanicalMm")];
  const expansion = 11.5e-6 * Math.max(...series(readings, "standardMm")) * single(readings, "differenceK");
  const others = Math.hypot(single(readings, "standardExpandedMm") / 2, expansion / Math.sqrt(3));
  const dominant = Math.hypot(resolution, mechanics) / Math.sqrt(3);
  if (!(resolution > 0 && mechanics > 0) || others > NEARLY_NOTHING * dominant) return undefined;
  return trapezoidCoverage(resolution, mechanics, 0.95).k;
}

/** Others that add less than 5 % to the uncertainty are nearly nothing: √(1 + 0.3²) = 1.044. */
const NEARLY_NOTHING = 0.3;

/** Errors of indication of a caliper over its range; the result is the greatest by magnitude. */
export const caliperBench = describe({
  id: "length.caliper-error",
  title: { zh: "卡尺示值误差", en: "Error of indication of a caliper" },
  normative: ["JJG 30-2012"],
  source: "JJG 30-2012; EA-4/02 M:2022, S10",
  validFrom: "2012-09-02",
  tables: [{ name: "points", label: { zh: "测量点", en: "Points" } }],
  inputs: [
    column("points", "standardMm", ["量块长度", "Gauge block"], "mm", ["0.5", "1000"], ROWS, {
      instrumentType: "gauge-block",
    }),
    column("points", "readingMm", ["卡尺示值", "Reading"], "mm", ["0", "1001"], ROWS, { instrumentType: "caliper" }),
    quantity("standardExpandedMm", ["量块的 U (k = 2)", "U of the blocks (k = 2)"], "mm", ["0", "0.01"], {
      group: "instrument",
      preset: "0.0008",
    }),
    quantity("resolutionMm", ["分辨力影响 ±", "Resolution ±"], "mm", ["0", "0.1"], {
      group: "instrument",
      preset: "0.01",
    }),
    quantity("mechanicalMm", ["机械影响 ±", "Mechanical effects ±"], "mm", ["0", "0.1"], {
      group: "instrument",
      preset: "0.01",
    }),
    quantity("differenceK", ["卡尺与量块温差 ±", "Temperature difference ±"], "K", ["0", "5"], {
      group: "conditions",
      preset: "2",
    }),
    quantity("toMm", ["测量范围上限", "Range up to"], "mm", ["10", "1000"], { preset: "150" }),
    choice("graduationMm", ["分度值 (mm)", "Graduation, mm"], words(GRADUATIONS.map((mm) => [mm, mm, mm])), {
      preset: "0.02",
    }),
  ],
  output: {
    characteristic: "caliper-mpe",
    label: { zh: "最大示值误差", en: "Greatest error of indication" },
    unit: "mm",
    rounding: { mode: "half-even", places: 2 },
  },
  names: {},
  compute: (readings) => ({ value: greatest(errors(readings)) }),
  more: (readings) => [
    expandedBy2(readings, "standardExpandedMm", -1, "mm"),
    halfWidth(readings, "resolutionMm", 1, "mm"),
    halfWidth(readings, "mechanicalMm", 1, "mm"),
    // Steel on steel: both expand by 11.5·10⁻⁶ per kelvin.
    halfWidth(readings, "differenceK", 11.5e-6 * Math.max(...series(readings, "standardMm")), "K"),
  ],
  coverage,
  findings: (readings) => {
    const graduation = chosen(readings, "graduationMm", GRADUATIONS);
    const mpe = ifLoaded(() => permissibleError(CALIPERS, single(readings, "toMm"), graduation));
    if (mpe === undefined) return [];
    const kept = errors(readings).every((error) => withinPermissible(error, mpe));
    return [verdict("mpe", ["示值误差", "Error of indication"], kept, CALIPERS)];
  },
  pictures: (readings) => {
    const points = errors(readings).map((error, i) => [series(readings, "standardMm")[i]!, error] as const);
    return [
      {
        kind: "lines",
        name: "errors",
        title: { zh: "示值误差", en: "Errors of indication" },
        x: { label: { zh: "长度", en: "Length" }, unit: "mm" },
        y: { label: { zh: "误差", en: "Error" }, unit: "mm" },
        lines: [{ name: { zh: "误差", en: "Error" }, role: "measured", points }],
      },
    ];
  },
  example: {
    standardMm: ["41.2", "81.5", "121.8", "150.0"],
    readingMm: ["41.20", "81.52", "121.80", "150.10"],
    resolutionMm: "0.025",
    mechanicalMm: "0.05",
    graduationMm: "0.05",
  },
});
