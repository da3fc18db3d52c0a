import { describe } from "@quanheng/flow/determination/describe.ts";
import type { MethodDefinition, Readings } from "@quanheng/flow/determination/method.ts";
import { series, single } from "@quanheng/flow/determination/readings.ts";
import { quantity } from "../../../bench-inputs.ts";
import { effect, verdict } from "../../../bench-verdicts.ts";
import { gelClot } from "../endotoxin-gel-clot.ts";

const CHAPTER = { document: "USP <85>", status: "published" } as const;

/** Confirms the sensitivity of a lysate and gives the greatest valid dilution of a product. */
export const gelClotBench: MethodDefinition = describe({
  id: "pharma.gel-clot",
  title: { zh: "细菌内毒素（凝胶法灵敏度复核）", en: "Bacterial endotoxins (gel clot, lysate sensitivity)" },
  normative: [],
  source: "USP <85>; ChP 2020, 1143",
  validFrom: "2012-12-01",
  inputs: [
    quantity("endpointEuMl", ["反应终点浓度", "End points"], "[EU]/mL", ["0.0001", "100"], {
      replicates: { min: 4, max: 8 },
    }),
    quantity("sensitivityEuMl", ["鲎试剂标示灵敏度 λ", "Labelled sensitivity λ"], "[EU]/mL", ["0.0001", "100"], {
      group: "instrument",
    }),
    quantity("limitEuMg", ["内毒素限值", "Endotoxin limit"], "[EU]/mg", ["1e-6", "1e6"], { group: "conditions" }),
    quantity("concentrationMgMl", ["供试品浓度", "Concentration of the product"], "mg/mL", ["1e-6", "1e6"], {
      uncertainty: { kind: "percent", percent: 0.5, distribution: "normal" },
    }),
  ],
  output: {
    characteristic: "lysate-sensitivity",
    label: { zh: "灵敏度（反应终点几何平均）", en: "Sensitivity (geometric mean of the end points)" },
    unit: "[EU]/mL",
    rounding: { mode: "half-even", places: 3 },
  },
  further: [
    {
      name: "greatestDilution",
      characteristic: "endotoxin-mvd",
      label: { zh: "最大有效稀释倍数 MVD", en: "Maximum valid dilution" },
      unit: "1",
      rounding: { mode: "half-even", places: 0 },
    },
  ],
  names: { series: { zh: "二倍稀释的间隔", en: "Steps of the twofold dilutions" } },
  compute(readings) {
    const { geometricMeanEuMl, greatestDilution } = tested(readings);
    return { value: geometricMeanEuMl, further: { greatestDilution } };
  },
  more(readings, { value }) {
    // The true end point lies anywhere within one twofold step: ln 2/√12 for each replicate.
    const replicates = series(readings, "endpointEuMl").length;
    return [effect("series", (value * Math.LN2) / Math.sqrt(12 * replicates))];
  },
  findings: (readings) => [
    verdict(
      "lambda",
      ["灵敏度复核（0.5 λ 至 2 λ）", "Sensitivity within 0.5 λ to 2 λ"],
      tested(readings).sensitivityConfirmed,
      CHAPTER,
    ),
  ],
  example: {
    endpointEuMl: ["0.03", "0.06", "0.03", "0.03"],
    sensitivityEuMl: "0.03",
    limitEuMg: "0.5",
    concentrationMgMl: "10",
  },
});

function tested(readings: Readings) {
  return gelClot({
    endpointsEuMl: series(readings, "endpointEuMl"),
    sensitivityEuMl: single(readings, "sensitivityEuMl"),
    limitEuMg: single(readings, "limitEuMg"),
    concentrationMgMl: single(readings, "concentrationMgMl"),
  });
}
