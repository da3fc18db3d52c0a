import { describe } from "@quanheng/flow/determination/describe.ts";
import type { MethodDefinition } from "@quanheng/flow/determination/method.ts";
import { series, single } from "@quanheng/flow/determination/readings.ts";
import { sampleSd } from "@quanheng/kernel/statistics.ts";
import { quantity } from "../../../bench-inputs.ts";
import { effect, verdict } from "../../../bench-verdicts.ts";
import { backgroundCorrected } from "../background-correction.ts";
import { noiseSeries } from "../noise-series.ts";

const ISO_3095 = { document: "ISO 3095:2013", status: "recalled" } as const;

/** Noise of a vehicle from its runs at one speed, each corrected for the background. */
export const noiseSeriesBench: MethodDefinition = describe({
  id: "rail.noise-series",
  title: { zh: "噪声多次通过平均", en: "Noise of a series of runs" },
  normative: [],
  source: "ISO 3095:2013; Regulation (EU) No 1304/2014",
  validFrom: "2013-08-15",
  inputs: [
    quantity("runDb", ["各次声级", "Level of each run"], "dB", ["0", "160"], {
      replicates: { min: 3, max: 20 },
      instrumentType: "sound-level-meter",
      uncertainty: { kind: "normal", u: 0.5 },
    }),
    quantity("backgroundDb", ["背景声级", "Background level"], "dB", ["-20", "120"], {
      preset: "0",
      instrumentType: "sound-level-meter",
    }),
  ],
  output: {
    characteristic: "rail-noise-mean",
    label: { zh: "平均声级", en: "Mean level" },
    unit: "dB",
    rounding: { mode: "half-even", places: 0 },
  },
  names: { spread: { zh: "各次极差", en: "Spread of the runs" }, runs: { zh: "各次散布", en: "Scatter of the runs" } },
  compute(readings) {
    const background = single(readings, "backgroundDb");
    const { meanDb, spreadDb } = noiseSeries(
      series(readings, "runDb").map((run) => backgroundCorrected(run, background)),
    );
    return { value: meanDb, intermediate: [{ name: "spread", value: spreadDb, unit: "dB" }] };
  },
  more(readings) {
    const runs = series(readings, "runDb");
    return [effect("runs", sampleSd(runs) / Math.sqrt(runs.length), runs.length - 1)];
  },
  findings: (readings) => [
    verdict(
      "spread",
      ["各次相差不超过 3 dB", "Runs within 3 dB"],
      noiseSeries(series(readings, "runDb")).valid,
      ISO_3095,
    ),
  ],
  example: { runDb: ["80.4", "80.1", "80.6"] },
});
