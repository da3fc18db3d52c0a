import { normal } from "@quanheng/flow/determination/budget.ts";
import { describe } from "@quanheng/flow/determination/describe.ts";
import { single } from "@quanheng/flow/determination/readings.ts";
import { quantity } from "../../../bench-inputs.ts";
import { antiKnockIndex, octaneNumber } from "../octane.ts";
import { uncertaintyFromReproducibility } from "../precision.ts";

const REPRODUCIBILITY = { zh: "方法再现性", en: "Reproducibility of the method" } as const;

const KINDS = [
  {
    id: "petroleum.research-octane",
    characteristic: "ron",
    title: { zh: "研究法辛烷值", en: "Research octane number" },
    normative: ["GB/T 5487", "ASTM D2699"],
    source: "GB/T 5487-2015; ASTM D2699; recalled",
    validFrom: "2015-11-01",
    reproducibility: 0.7,
    example: { lowOctane: "92.0", lowKnock: "58", highOctane: "94.0", highKnock: "46", sampleKnock: ["54.5"] },
  },
  {
    id: "petroleum.motor-octane",
    characteristic: "mon",
    title: { zh: "马达法辛烷值", en: "Motor octane number" },
    normative: ["GB/T 503", "ASTM D2700"],
    source: "GB/T 503-2016; ASTM D2700; recalled",
    validFrom: "2017-01-01",
    reproducibility: 0.9,
    example: { lowOctane: "82.0", lowKnock: "56", highOctane: "84.0", highKnock: "44", sampleKnock: ["49.0"] },
  },
] as const;

const engine = { instrumentType: "octane-engine" } as const;

/** Octane numbers by bracketing; their uncertainty is that of the method, u = R/2.8. */
export const octaneBenches = KINDS.map(({ id, characteristic, title, normative, source, validFrom, ...kind }) =>
  describe({
    id,
    title,
    normative,
    source,
    validFrom,
    inputs: [
      quantity("lowOctane", ["低参比燃料辛烷值", "Octane number of the low fuel"], "1", ["40", "120"], engine),
      quantity("lowKnock", ["低参比燃料爆震强度", "Knock intensity of the low fuel"], "1", ["0", "100"], engine),
      quantity("highOctane", ["高参比燃料辛烷值", "Octane number of the high fuel"], "1", ["40", "120"], engine),
      quantity("highKnock", ["高参比燃料爆震强度", "Knock intensity of the high fuel"], "1", ["0", "100"], engine),
      quantity("sampleKnock", ["试样爆震强度", "Knock intensity of the sample"], "1", ["0", "100"], {
        ...engine,
        portion: true,
        replicates: { min: 1, max: 4 },
      }),
    ],
    output: { characteristic, label: title, unit: "1", rounding: { mode: "half-even", places: 1 } },
    repeatability: { limit: "0.2", source: `${source}, repeatability` },
    names: { reproducibility: REPRODUCIBILITY },
    compute: (readings) => ({
      value: octaneNumber({
        lowOctane: single(readings, "lowOctane"),
        lowKnock: single(readings, "lowKnock"),
        highOctane: single(readings, "highOctane"),
        highKnock: single(readings, "highKnock"),
        sampleKnock: single(readings, "sampleKnock"),
      }),
    }),
    more: () => [normal("reproducibility", uncertaintyFromReproducibility(kind.reproducibility), 1, { unit: "1" })],
    example: kind.example,
  }),
);

/** Anti-knock index from the octane numbers as they are reported. */
export const antiKnockBench = describe({
  id: "petroleum.anti-knock-index",
  title: { zh: "抗爆指数", en: "Anti-knock index" },
  normative: ["GB 17930-2016"],
  source: "GB 17930-2016, 3.1",
  validFrom: "2016-12-23",
  inputs: [
    quantity("research", ["研究法辛烷值（报告值）", "Research octane number, as reported"], "1", ["40", "130"], {
      uncertainty: { kind: "normal", u: uncertaintyFromReproducibility(0.7) },
    }),
    quantity("motor", ["马达法辛烷值（报告值）", "Motor octane number, as reported"], "1", ["40", "130"], {
      uncertainty: { kind: "normal", u: uncertaintyFromReproducibility(0.9) },
    }),
  ],
  output: {
    characteristic: "akI",
    label: { zh: "抗爆指数", en: "Anti-knock index" },
    unit: "1",
    rounding: { mode: "half-even", places: 1 },
  },
  names: {},
  compute: (readings) => ({ value: antiKnockIndex(single(readings, "research"), single(readings, "motor")) }),
  example: { research: "92.6", motor: "83.2" },
});
