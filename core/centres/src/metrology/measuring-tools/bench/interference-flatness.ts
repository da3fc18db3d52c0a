import { describe } from "@quanheng/flow/determination/describe.ts";
import { single } from "@quanheng/flow/determination/readings.ts";
import { quantity } from "../../../bench-inputs.ts";
import { interferenceFlatness } from "../interference-flatness.ts";

/** Flatness of a measuring face by an optical flat. */
export const flatnessBench = describe({
  id: "length.interference-flatness",
  title: { zh: "测量面平面度（平晶干涉）", en: "Flatness of a measuring face by interference" },
  normative: ["JJG 21-2008", "JJG 146-2011"],
  source: "JJG 21-2008, 7.3",
  validFrom: "2008-09-30",
  inputs: [
    quantity("bands", ["干涉带条数", "Bands"], "1", ["0", "20"], {
      portion: true,
      replicates: { min: 1, max: 6 },
      uncertainty: { kind: "rectangular", halfWidth: 0.1 },
      hint: { zh: "估读到 0.1 条。", en: "Estimated to 0.1 of a band." },
    }),
    quantity("wavelengthUm", ["光的波长", "Wavelength"], "um", ["0.38", "0.78"], {
      preset: "0.6",
      group: "instrument",
      uncertainty: { kind: "rectangular", halfWidth: 0.02 },
    }),
  ],
  output: {
    characteristic: "gb-flatness",
    label: { zh: "平面度", en: "Flatness" },
    unit: "um",
    rounding: { mode: "half-even", places: 2 },
  },
  names: {},
  compute: (readings) => ({ value: interferenceFlatness(single(readings, "bands"), single(readings, "wavelengthUm")) }),
  example: { bands: ["1.5"] },
});
