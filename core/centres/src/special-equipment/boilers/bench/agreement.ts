import { describe } from "@quanheng/flow/determination/describe.ts";
import type { Finding, Readings } from "@quanheng/flow/determination/method.ts";
import { series } from "@quanheng/flow/determination/readings.ts";
import { choiceOf, quantity } from "../../../bench-inputs.ts";
import { agreement } from "../agreement.ts";
import { EFFICIENCY } from "./inputs.ts";
import { AGREEMENT } from "./tables.ts";

function runs(readings: Readings, name: string): readonly number[] {
  return readings[name] === undefined ? [] : series(readings, name);
}

function found(readings: Readings) {
  const [direct, indirect] = [runs(readings, "direct"), runs(readings, "indirect")];
  return agreement(String(readings["fuel"]), { direct, indirect }, AGREEMENT);
}

const several = { replicates: { min: 2, max: 6 }, optional: true } as const;

/** Efficiency of a boiler from all its runs, and whether they agree. */
export const agreementBench = describe({
  id: "boiler.efficiency",
  title: { zh: "锅炉热效率（各次试验汇总）", en: "Boiler efficiency (all runs)" },
  normative: ["GB/T 10180-2017"],
  source: "GB/T 10180-2017, agreement of runs and methods; recalled",
  validFrom: "2017-12-01",
  inputs: [
    choiceOf(
      "fuel",
      ["燃料类别", "Kind of fuel"],
      [
        ["gas", "燃气", "gas"],
        ["oil", "燃油", "oil"],
        ["electric", "电", "electric"],
        ["solid", "固体燃料", "solid"],
      ],
    ),
    quantity("direct", ["正平衡效率", "Direct efficiency"], "%", ["1", "112"], {
      ...several,
      uncertainty: { kind: "stated", input: "directPercent", percent: true },
    }),
    quantity("indirect", ["反平衡效率", "Efficiency by losses"], "%", ["1", "112"], {
      ...several,
      uncertainty: { kind: "normal", u: 0.25 },
    }),
    quantity("directPercent", ["正平衡标准不确定度", "Standard uncertainty, direct"], "%", ["0", "5"], {
      preset: "0.71",
      group: "instrument",
    }),
  ],
  output: EFFICIENCY,
  names: {
    directSpread: { zh: "正平衡各次之差", en: "Spread of the direct runs" },
    indirectSpread: { zh: "反平衡各次之差", en: "Spread of the runs by losses" },
    methodsDifference: { zh: "两种方法之差", en: "Difference of the methods" },
  },
  compute: (readings) => {
    const { efficiencyPercent, directSpread, indirectSpread, methodsDifference } = found(readings);
    const steps = { directSpread, indirectSpread, methodsDifference };
    return {
      value: efficiencyPercent,
      intermediate: Object.entries(steps).flatMap(([name, value]) =>
        value === null ? [] : [{ name, value, unit: "%" }],
      ),
    };
  },
  findings: (readings): readonly Finding[] => {
    const { agrees } = found(readings);
    return [
      {
        name: "agreement",
        label: { zh: "试验一致性", en: "Agreement of the runs" },
        outcome: agrees
          ? { zh: "一致", en: "the runs agree" }
          : { zh: "超差，须加做一次试验", en: "too far apart, a further run is due" },
        kept: agrees,
        basis: "recalled",
        source: AGREEMENT.document,
      },
    ];
  },
  example: { fuel: "gas", direct: ["93.12", "93.68"], indirect: ["93.95", "93.61"] },
});
