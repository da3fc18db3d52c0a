import { normal } from "@quanheng/flow/determination/budget.ts";
import { describe } from "@quanheng/flow/determination/describe.ts";
import { series, single } from "@quanheng/flow/determination/readings.ts";
import { column, quantity } from "../../../bench-inputs.ts";
import { SIGMA_R0_DB, soundPower } from "../sound-power.ts";

const ROWS = [4, 40] as const;

/** Sound power level of a machine on a hemisphere or box around it. */
export const soundPowerBench = describe({
  id: "machinery.sound-power",
  title: { zh: "机器声功率级（包络面法）", en: "Sound power level of a machine on an enveloping surface" },
  normative: ["GB/T 3767-2016"],
  source: "GB/T 3767-2016 (ISO 3744:2010), 8 and 9",
  validFrom: "2017-07-01",
  tables: [{ name: "positions", label: { zh: "传声器位置", en: "Microphone positions" } }],
  inputs: [
    column("positions", "levelsDb", ["声压级", "Level, machine running"], "dB", ["0", "160"], ROWS, {
      instrumentType: "sound-level-meter",
    }),
    column("positions", "backgroundDb", ["背景噪声", "Level of the background"], "dB", ["0", "160"], ROWS),
    quantity("surfaceM2", ["测量面面积", "Measurement surface"], "m2", ["0.5", "10000"]),
    quantity("k2Db", ["环境修正 K₂", "Environmental correction K₂"], "dB", ["0", "4"], {
      group: "conditions",
      preset: "0",
    }),
    quantity("omcDb", ["运行与安装条件的标准偏差", "Operating and mounting conditions, σ"], "dB", ["0", "10"], {
      group: "conditions",
      preset: "0.5",
    }),
  ],
  output: {
    characteristic: "sound-power-level",
    label: { zh: "A 计权声功率级", en: "A-weighted sound power level" },
    unit: "dB",
    rounding: { mode: "half-even", places: 1 },
  },
  names: {
    meanDb: { zh: "平均声压级", en: "Mean level" },
    backgroundMeanDb: { zh: "平均背景噪声", en: "Mean background" },
    k1Db: { zh: "背景修正 K₁", en: "Background correction K₁" },
    method: { zh: "方法的复现性 σ_R0", en: "Reproducibility of the method σ_R0" },
  },
  compute: (readings) => {
    const { powerLevelDb, meanDb, backgroundMeanDb, k1Db } = soundPower({
      levelsDb: series(readings, "levelsDb"),
      backgroundDb: series(readings, "backgroundDb"),
      surfaceM2: single(readings, "surfaceM2"),
      k2Db: single(readings, "k2Db"),
    });
    const steps = { meanDb, backgroundMeanDb, k1Db };
    return {
      value: powerLevelDb,
      intermediate: Object.entries(steps).map(([name, value]) => ({ name, value, unit: "dB" })),
    };
  },
  more: (readings) => [
    normal("method", SIGMA_R0_DB, 1, { unit: "dB" }),
    normal("omcDb", single(readings, "omcDb"), 1, { unit: "dB" }),
  ],
  pictures: (readings) => [
    {
      kind: "bars",
      name: "positions",
      title: { zh: "各位置声压级", en: "Levels by position" },
      categories: series(readings, "levelsDb").map((_, i) => ({ zh: `${i + 1}`, en: `${i + 1}` })),
      y: { label: { zh: "声压级", en: "Level" }, unit: "dB" },
      bars: [
        { name: { zh: "机器", en: "Machine" }, values: series(readings, "levelsDb") },
        { name: { zh: "背景", en: "Background" }, values: series(readings, "backgroundDb") },
      ],
    },
  ],
  example: {
    levelsDb: "78.2 79.1 77.6 80.4 78.8 79.5 77.9 78.4 79.0 80.1".split(" "),
    backgroundDb: "66.0 66.4 65.8 66.9 66.1 66.2 65.9 66.0 66.3 66.5".split(" "),
    surfaceM2: "100.53",
    k2Db: "1.2",
  },
});
