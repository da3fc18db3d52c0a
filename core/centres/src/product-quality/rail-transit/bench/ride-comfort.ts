import { describe } from "@quanheng/flow/determination/describe.ts";
import type { MethodDefinition, Readings } from "@quanheng/flow/determination/method.ts";
import { series, single } from "@quanheng/flow/determination/readings.ts";
import { column, quantity } from "../../../bench-inputs.ts";
import { note, share } from "../../../bench-verdicts.ts";
import { comfortBand, completeComfort, meanComfort } from "../ride-comfort.ts";
import { COMFORT_BANDS } from "../tables.ts";
import { WINDOWS_EXAMPLE } from "./example-windows.ts";

const ROWS = [1, 7200] as const;
/** Accelerometer 2 %, weighting 1 %. [% of the reading] */
const ACCELERATION = share(2.2);
const BANDS: Readonly<Record<string, string>> = {
  "very comfortable": "很舒适",
  comfortable: "舒适",
  medium: "中等",
  uncomfortable: "不舒适",
  "very uncomfortable": "很不舒适",
};

/** Mean comfort of passengers from the weighted windows of a zone of five minutes. */
export const meanComfortBench: MethodDefinition = describe({
  id: "rail.mean-comfort",
  title: { zh: "平均乘坐舒适度 N_MV", en: "Mean ride comfort N_MV" },
  normative: [],
  source: "EN 12299:2009, 8",
  validFrom: "2009-04-01",
  inputs: [
    axis("xMS2", ["纵向 5 s 计权方均根值", "Longitudinal, 5 s weighted r.m.s."]),
    axis("yMS2", ["横向 5 s 计权方均根值", "Lateral, 5 s weighted r.m.s."]),
    axis("zMS2", ["垂向 5 s 计权方均根值", "Vertical, 5 s weighted r.m.s."]),
  ],
  tables: [
    {
      name: "windows",
      label: { zh: "5 s 窗", en: "Windows of five seconds" },
      hint: { zh: "一个 5 min 区段至少 60 个窗。", en: "A zone of five minutes has sixty windows at least." },
    },
  ],
  output: {
    characteristic: "rail-comfort-nmv",
    label: { zh: "舒适度指数 N_MV", en: "Comfort index N_MV" },
    unit: "1",
    rounding: { mode: "half-even", places: 2 },
  },
  names: {
    x95: { zh: "纵向 95 % 分位", en: "Longitudinal, 95th percentile" },
    y95: { zh: "横向 95 % 分位", en: "Lateral, 95th percentile" },
    z95: { zh: "垂向 95 % 分位", en: "Vertical, 95th percentile" },
  },
  compute(readings) {
    const { index, x95, y95, z95 } = comfort(readings);
    const steps = { x95, y95, z95 };
    return {
      value: index,
      intermediate: Object.entries(steps).map(([name, value]) => ({ name, value, unit: "m/s2" })),
    };
  },
  findings(_, { value }) {
    const band = comfortBand(value, COMFORT_BANDS);
    return [note("band", ["舒适度等级", "Band"], [BANDS[band] ?? band, band], COMFORT_BANDS)];
  },
  example: WINDOWS_EXAMPLE,
  pictures(readings) {
    const line = (name: string, zh: string, en: string) => ({
      name: { zh, en },
      role: "measured" as const,
      points: series(readings, name).map((value, k) => [5 * k, value] as const),
    });
    return [
      {
        kind: "lines",
        name: "windows",
        title: { zh: "计权加速度", en: "Weighted acceleration" },
        x: { label: { zh: "时间", en: "Time" }, unit: "s" },
        y: { label: { zh: "方均根值", en: "R.m.s." }, unit: "m/s2" },
        lines: [
          line("xMS2", "纵向", "Longitudinal"),
          line("yMS2", "横向", "Lateral"),
          line("zMS2", "垂向", "Vertical"),
        ],
      },
    ];
  },
});

const PERCENTILES = [
  ["xP50", "地板纵向 50 %", "Floor, longitudinal, 50th"],
  ["yP50", "地板横向 50 %", "Floor, lateral, 50th"],
  ["zP50", "地板垂向 50 %", "Floor, vertical, 50th"],
  ["yP95", "地板横向 95 %", "Floor, lateral, 95th"],
  ["zP95", "地板垂向 95 %", "Floor, vertical, 95th"],
  ["yA95", "坐垫横向 95 %", "Seat pan, lateral, 95th"],
  ["zA95", "坐垫垂向 95 %", "Seat pan, vertical, 95th"],
  ["xD95", "靠背纵向 95 %", "Seat back, longitudinal, 95th"],
] as const;

/** Complete comfort of standing and seated passengers from the percentiles of floor, seat pan and seat back. */
export const completeComfortBench: MethodDefinition = describe({
  id: "rail.complete-comfort",
  title: { zh: "完整乘坐舒适度 N_VD、N_VA", en: "Complete ride comfort N_VD and N_VA" },
  normative: [],
  source: "EN 12299:2009, annexes",
  validFrom: "2009-04-01",
  inputs: PERCENTILES.map(([name, zh, en]) =>
    quantity(name, [`${zh} 分位`, `${en} percentile`], "m/s2", ["0", "50"], {
      instrumentType: "accelerometer",
      uncertainty: ACCELERATION,
    }),
  ),
  output: index("standing", ["立姿 N_VD", "Standing, N_VD"]),
  further: [{ name: "seated", ...index("seated", ["坐姿 N_VA", "Seated, N_VA"]) }],
  names: {},
  compute(readings) {
    const [xP50, yP50, zP50, yP95, zP95, yA95, zA95, xD95] = PERCENTILES.map(([name]) => single(readings, name));
    const { standing, seated } = completeComfort({
      xP50: xP50!,
      yP50: yP50!,
      zP50: zP50!,
      yP95: yP95!,
      zP95: zP95!,
      yA95: yA95!,
      zA95: zA95!,
      xD95: xD95!,
    });
    return { value: standing, further: { seated } };
  },
  example: {
    xP50: "0.021",
    yP50: "0.035",
    zP50: "0.12",
    yP95: "0.081",
    zP95: "0.17",
    yA95: "0.11",
    zA95: "0.13",
    xD95: "0.09",
  },
});

function axis(name: string, label: readonly [string, string]) {
  return column("windows", name, label, "m/s2", ["0", "50"], ROWS, {
    instrumentType: "accelerometer",
    uncertainty: ACCELERATION,
  });
}

function index(characteristic: string, [zh, en]: readonly [string, string]) {
  const rounding = { mode: "half-even", places: 2 } as const;
  return { characteristic: `rail-comfort-${characteristic}`, label: { zh, en }, unit: "1", rounding };
}

function comfort(readings: Readings) {
  return meanComfort({ x: series(readings, "xMS2"), y: series(readings, "yMS2"), z: series(readings, "zMS2") });
}
