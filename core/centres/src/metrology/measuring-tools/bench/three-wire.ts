import { describe } from "@quanheng/flow/determination/describe.ts";
import { single } from "@quanheng/flow/determination/readings.ts";
import { optional, quantity } from "../../../bench-inputs.ts";
import { threeWire } from "../three-wire.ts";

/** Pitch diameter of an external thread gauge over three wires. */
export const threeWireBench = describe({
  id: "length.thread-three-wire",
  title: { zh: "三针法测量螺纹中径", en: "Pitch diameter of a thread over three wires" },
  normative: ["JJF 1207-2008"],
  source: "EURAMET cg-10, version 2.1; JJF 1207-2008",
  validFrom: "2008-06-30",
  inputs: [
    quantity("overWiresMm", ["跨针尺寸 M", "Over the wires, M"], "mm", ["0.5", "500"], {
      instrumentType: "length-comparator",
      portion: true,
      replicates: { min: 1, max: 10 },
      uncertainty: { kind: "normal", u: 0.0007 },
    }),
    quantity("wireMm", ["三针直径", "Wire diameter"], "mm", ["0.05", "10"], {
      group: "instrument",
      uncertainty: { kind: "normal", u: 0.0005 / Math.sqrt(3) },
    }),
    quantity("pitchMm", ["螺距", "Pitch"], "mm", ["0.1", "16"], { uncertainty: { kind: "normal", u: 0.0005 } }),
    quantity("leadMm", ["导程（多线时）", "Lead, where there are several starts"], "mm", ["0.1", "100"], {
      optional: true,
    }),
    quantity("angleDeg", ["牙型角", "Thread angle"], "deg", ["20", "90"], {
      preset: "60",
      uncertainty: { kind: "normal", u: 5 / 60 },
    }),
    quantity("forceCorrectionMm", ["测量力修正 A₂", "Force correction A₂"], "mm", ["-0.1", "0.1"], {
      group: "conditions",
      uncertainty: { kind: "normal", u: 0.0002 },
    }),
  ],
  output: {
    characteristic: "thread-pitch-diameter",
    label: { zh: "单一中径", en: "Simple pitch diameter" },
    unit: "mm",
    rounding: { mode: "half-even", places: 4 },
  },
  names: {
    bestWireMm: { zh: "最佳三针直径", en: "Best wire" },
    simpleMm: { zh: "未修正中径", en: "Diameter without corrections" },
    leadCorrectionMm: { zh: "斜置修正 A₁", en: "Rake correction A₁" },
  },
  compute: (readings) => {
    const leadMm = optional(readings, "leadMm");
    const { pitchDiameterMm, ...steps } = threeWire({
      overWiresMm: single(readings, "overWiresMm"),
      wireMm: single(readings, "wireMm"),
      pitchMm: single(readings, "pitchMm"),
      ...(leadMm === undefined ? {} : { leadMm }),
      angleDeg: single(readings, "angleDeg"),
      forceCorrectionMm: single(readings, "forceCorrectionMm"),
    });
    const intermediate = Object.entries(steps).map(([name, value]) => ({ name, value, unit: "mm" }));
    return { value: pitchDiameterMm, intermediate };
  },
  example: { overWiresMm: ["20.5602"], wireMm: "1.4502", pitchMm: "2.5", forceCorrectionMm: "0.0006" },
});
