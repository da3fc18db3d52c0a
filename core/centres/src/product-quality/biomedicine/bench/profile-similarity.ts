import { describe } from "@quanheng/flow/determination/describe.ts";
import type { MethodDefinition } from "@quanheng/flow/determination/method.ts";
import { series } from "@quanheng/flow/determination/readings.ts";
import { column } from "../../../bench-inputs.ts";
import { verdict } from "../../../bench-verdicts.ts";
import { needAscending } from "../../../method-guards.ts";
import { profileSimilarity } from "../profile-similarity.ts";

const POINTS = [3, 50] as const;
const GUIDANCE = { document: "FDA 1997; EMA CPMP/EWP/QWP/1401/98 Rev. 1", status: "published" } as const;
/** A mean of twelve units repeats itself to about this. [% of label] We choose a tenth of the allowed scatter of 10 %. */
const MEAN = { kind: "normal", u: 1 } as const;

/** Comparison of two dissolution profiles by f₁ and f₂. */
export const profileSimilarityBench: MethodDefinition = describe({
  id: "pharma.dissolution-profile",
  title: { zh: "溶出曲线相似性（f₂）", en: "Similarity of dissolution profiles (f₂)" },
  normative: [],
  source: "FDA guidance 1997; EMA CPMP/EWP/QWP/1401/98 Rev. 1, appendix I",
  validFrom: "1997-08-01",
  inputs: [
    column("profile", "timeMin", ["时间", "Time"], "min", ["0", "100000"], POINTS),
    column(
      "profile",
      "referencePercent",
      ["参比制剂平均溶出量", "Reference, mean dissolved"],
      "%",
      ["0", "200"],
      POINTS,
      {
        instrumentType: "dissolution-tester",
        uncertainty: MEAN,
      },
    ),
    column(
      "profile",
      "testPercent",
      ["受试制剂平均溶出量", "Test product, mean dissolved"],
      "%",
      ["0", "200"],
      POINTS,
      {
        instrumentType: "dissolution-tester",
        uncertainty: MEAN,
      },
    ),
  ],
  tables: [{ name: "profile", label: { zh: "溶出曲线", en: "Dissolution profile" } }],
  output: {
    characteristic: "dissolution-f2",
    label: { zh: "相似因子 f₂", en: "Similarity factor f₂" },
    unit: "1",
    rounding: { mode: "half-up", places: 2 },
  },
  further: [
    {
      name: "f1",
      characteristic: "dissolution-f1",
      label: { zh: "差异因子 f₁", en: "Difference factor f₁" },
      unit: "1",
      rounding: { mode: "half-up", places: 1 },
    },
  ],
  names: {},
  compute(readings) {
    needAscending("timeMin", series(readings, "timeMin"));
    const { f1, f2 } = profileSimilarity(series(readings, "referencePercent"), series(readings, "testPercent"));
    return { value: f2, further: { f1 } };
  },
  findings: (_, { value }) => [
    verdict("similar", ["曲线相似性", "Similarity of the profiles"], value >= 50, GUIDANCE, {
      kept: ["相似", "similar"],
      broken: ["不相似", "not similar"],
    }),
  ],
  example: {
    timeMin: ["30", "60", "90", "180"],
    referencePercent: ["34.9166666667", "59.5", "79.2666666667", "95.075"],
    testPercent: ["40.3391666667", "67.1458333333", "87.0075", "97.725"],
  },
  pictures(readings) {
    const times = series(readings, "timeMin");
    const line = (name: string) => series(readings, name).map((value, k) => [times[k]!, value] as const);
    return [
      {
        kind: "lines",
        name: "profile",
        title: { zh: "溶出曲线", en: "Dissolution profiles" },
        x: { label: { zh: "时间", en: "Time" }, unit: "min" },
        y: { label: { zh: "溶出量", en: "Dissolved" }, unit: "%" },
        lines: [
          { name: { zh: "参比制剂", en: "Reference" }, role: "measured", points: line("referencePercent") },
          { name: { zh: "受试制剂", en: "Test product" }, role: "evaluated", points: line("testPercent") },
        ],
      },
    ];
  },
});
