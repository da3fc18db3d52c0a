import { describe } from "@quanheng/flow/determination/describe.ts";
import { single } from "@quanheng/flow/determination/readings.ts";
import { equipment, quantity } from "../../../bench-inputs.ts";
import { cohesion, elongation, tenacity } from "../strength.ts";

const each = { portion: true, replicates: { min: 1, max: 20 } } as const;
const common = { normative: ["GB/T 1798-2008"], validFrom: "2009-02-01", names: {} } as const;

/** Tenacity and elongation of skeins. */
export const tenacityBench = describe({
  ...common,
  id: "silk.tenacity",
  title: { zh: "断裂强度与断裂伸长率", en: "Tenacity and elongation" },
  source: "GB/T 1798-2008, tenacity and elongation; recalled",
  inputs: [
    quantity("forceKgf", ["断裂强力", "Force at break"], "kgf", ["0.1", "200"], {
      ...each,
      instrumentType: "tensile-machine",
      uncertainty: { kind: "percent", percent: 1, distribution: "rectangular" },
    }),
    quantity("elongationPercent", ["断裂伸长率", "Elongation at break"], "%", ["1", "60"], {
      ...each,
      instrumentType: "tensile-machine",
      uncertainty: { kind: "rectangular", halfWidth: 0.5 },
    }),
    equipment("ends", ["丝条根数", "Ends of a skein"], "1", ["1", "2000"], "400"),
    quantity("sizeDen", ["平均纤度", "Mean size"], "[den]", ["5", "150"], {
      uncertainty: { kind: "normal", u: 0.06 },
    }),
  ],
  output: {
    characteristic: "silk-tenacity",
    label: { zh: "断裂强度", en: "Tenacity" },
    unit: "gf/[den]",
    rounding: { mode: "half-even", places: 2 },
  },
  further: [
    {
      name: "cnDtex",
      characteristic: "silk-tenacity-dtex",
      label: { zh: "断裂强度", en: "Tenacity" },
      unit: "cN/dtex",
      rounding: { mode: "half-even", places: 2 },
    },
    {
      name: "elongation",
      characteristic: "silk-elongation",
      label: { zh: "断裂伸长率", en: "Elongation" },
      unit: "%",
      rounding: { mode: "half-even", places: 1 },
    },
  ],
  compute: (readings) => {
    const { gfDen, cnDtex } = tenacity(
      single(readings, "forceKgf"),
      single(readings, "ends"),
      single(readings, "sizeDen"),
    );
    return { value: gfDen, further: { cnDtex, elongation: elongation([single(readings, "elongationPercent")]) } };
  },
  example: { forceKgf: ["33.9", "33.9"], elongationPercent: ["20.4", "20.6"], sizeDen: "21.0" },
});

/** Cohesion, the mean of the strokes until the threads part. */
export const cohesionBench = describe({
  ...common,
  id: "silk.cohesion",
  title: { zh: "抱合", en: "Cohesion" },
  source: "GB/T 1798-2008, cohesion; recalled",
  inputs: [quantity("strokes", ["抱合次数", "Strokes"], "1", ["1", "10000"], each)],
  output: {
    characteristic: "silk-cohesion",
    label: { zh: "抱合", en: "Cohesion" },
    unit: "1",
    rounding: { mode: "half-even", places: 0 },
  },
  compute: (readings) => ({ value: cohesion([single(readings, "strokes")]) }),
  example: { strokes: ["102", "108", "99", "111", "105"] },
});
