import { describe } from "@quanheng/flow/determination/describe.ts";
import type { MethodDefinition, Readings } from "@quanheng/flow/determination/method.ts";
import { chosen, series, single } from "@quanheng/flow/determination/readings.ts";
import { choice, optional, quantity } from "../../../bench-inputs.ts";
import { effect, note, share, within, words } from "../../../bench-verdicts.ts";
import { type CorrectedCurve, correctedByProcedure1, correctedByProcedure2 } from "../curve-correction.ts";
import { refuse } from "../refusals.ts";
import { MODULE_EXAMPLE } from "./example-sweeps.ts";
import { SWEEP_AXES, sweepColumns, sweepLines } from "./sweep.ts";

/**
 * Standard uncertainties of the power that no reading carries. [% of the power] Typical of a solar simulator; each laboratory
 * replaces them when it validates the method.
 */
const EFFECTS = { spectrum: 0.3, uniformity: 0.3, connections: 0.2, correction: 0.3, repeatability: 0.1 } as const;
const IEC_60891 = { document: "IEC 60891:2009", status: "published" } as const;

/** Power of a module at other conditions, standard test conditions unless changed, from one sweep by procedure 1 or 2. */
export const stcPowerBench: MethodDefinition = describe({
  id: "pv.stc-power",
  title: { zh: "光伏组件 I–V 特性与标准条件功率", en: "I–V curve and power at standard test conditions" },
  normative: [],
  source: "IEC 60904-1; IEC 60891:2009, procedures 1 and 2",
  validFrom: "2009-12-14",
  inputs: [
    ...sweepColumns("sweep", ["voltageV", "currentA"]),
    quantity("irradianceWm2", ["辐照度", "Irradiance"], "W/m2", ["200", "1500"], {
      instrumentType: "solar-simulator",
      uncertainty: share(0.8),
    }),
    quantity("temperatureC", ["组件温度", "Module temperature"], "Cel", ["-50", "120"], {
      instrumentType: "thermometer",
      uncertainty: { kind: "normal", u: 0.5 },
    }),
    quantity("targetWm2", ["目标辐照度", "Target irradiance"], "W/m2", ["200", "1500"], {
      preset: "1000",
      group: "conditions",
    }),
    quantity("targetC", ["目标温度", "Target temperature"], "Cel", ["-50", "120"], {
      preset: "25",
      group: "conditions",
    }),
    choice(
      "procedure",
      ["修正程序", "Procedure"],
      words([
        ["1", "程序 1（绝对系数）", "Procedure 1 (absolute coefficients)"],
        ["2", "程序 2（相对系数）", "Procedure 2 (relative coefficients)"],
      ]),
      { preset: "1", group: "conditions" },
    ),
    coefficient("alpha", ["电流温度系数 α", "Temperature coefficient α"], "A/K", ["-2", "2"], {
      hint: { zh: "程序 1：A/K；程序 2：1/K。", en: "A/K for procedure 1, 1/K for procedure 2." },
    }),
    coefficient("beta", ["电压温度系数 β", "Temperature coefficient β"], "V/K", ["-10", "10"], {
      hint: { zh: "程序 1：V/K；程序 2：1/K。", en: "V/K for procedure 1, 1/K for procedure 2." },
    }),
    coefficient("seriesOhm", ["串联电阻 Rs", "Series resistance R_s"], "Ohm", ["0", "10"], {
      uncertainty: within(0.03),
    }),
    coefficient("kappaOhmK", ["曲线修正系数 κ", "Curve correction factor κ"], "Ohm/K", ["-1", "1"], { optional: true }),
    coefficient(
      "irradianceFactor",
      ["辐照修正系数 a（程序 2）", "Irradiance factor a (procedure 2)"],
      "1",
      ["-1", "1"],
      {
        optional: true,
      },
    ),
  ],
  tables: [{ name: "sweep", label: { zh: "I–V 曲线", en: "I–V curve" } }],
  output: {
    characteristic: "pv-pmax",
    label: { zh: "最大功率", en: "Maximum power" },
    unit: "W",
    rounding: { mode: "half-even", places: 1 },
  },
  further: [
    more("shortCircuitA", "pv-isc", ["短路电流", "Short-circuit current"], "A", 3),
    more("openCircuitV", "pv-voc", ["开路电压", "Open-circuit voltage"], "V", 2),
    more("fillFactor", "pv-fill-factor", ["填充因子", "Fill factor"], "1", 3),
  ],
  names: {
    measuredW: { zh: "实测条件下最大功率", en: "Maximum power as measured" },
    spectrum: { zh: "光谱失配", en: "Spectral mismatch" },
    uniformity: { zh: "辐照不均匀", en: "Non-uniformity" },
    connections: { zh: "接线", en: "Connections" },
    correction: { zh: "修正程序", en: "Correction procedure" },
    repeatability: { zh: "重复性", en: "Repeatability" },
  },
  compute(readings) {
    const { measured, corrected } = correctedCurve(readings);
    const { peakW, shortCircuitA, openCircuitV, fillFactor } = corrected;
    return {
      value: peakW,
      further: { shortCircuitA, openCircuitV, fillFactor },
      intermediate: [{ name: "measuredW", value: measured.peakW, unit: "W" }],
    };
  },
  more: (_, { value }) => Object.entries(EFFECTS).map(([source, percent]) => effect(source, (percent / 100) * value)),
  findings(readings) {
    const { procedure, edition } = correctedCurve(readings);
    return [
      note(
        "procedure",
        ["所用程序", "Procedure used"],
        [`${edition} 程序 ${procedure}`, `${edition}, procedure ${procedure}`],
        IEC_60891,
      ),
    ];
  },
  example: {
    ...MODULE_EXAMPLE,
    irradianceWm2: "926",
    temperatureC: "47.3",
    alpha: "0.00578",
    beta: "-0.139",
    seriesOhm: "0.26",
    kappaOhmK: "0.0013",
  },
  pictures(readings) {
    const { curve, corrected } = correctedCurve(readings);
    return [
      {
        kind: "lines",
        name: "sweep",
        title: { zh: "I–V 与 P–V 曲线", en: "I–V and P–V curves" },
        ...SWEEP_AXES,
        lines: [
          ...sweepLines(["实测", "As measured"], "measured", measuredCurve(readings)),
          ...sweepLines(["修正后", "Corrected"], "evaluated", curve),
        ],
        marks: [{ name: { zh: "最大功率点", en: "Maximum power" }, x: corrected.peakV, y: corrected.peakA }],
      },
    ];
  },
});

function coefficient(...[name, label, unit, range, extra]: Parameters<typeof quantity>) {
  return quantity(name, label, unit, range, { group: "instrument", ...extra });
}

function more(name: string, characteristic: string, [zh, en]: readonly [string, string], unit: string, places: number) {
  return { name, characteristic, label: { zh, en }, unit, rounding: { mode: "half-even", places } as const };
}

function measuredCurve(readings: Readings) {
  return { voltagesV: series(readings, "voltageV"), currentsA: series(readings, "currentA") };
}

function correctedCurve(readings: Readings): CorrectedCurve {
  const conditions = {
    irradianceWm2: single(readings, "irradianceWm2"),
    temperatureC: single(readings, "temperatureC"),
    targetWm2: single(readings, "targetWm2"),
    targetC: single(readings, "targetC"),
  };
  const kappa = optional(readings, "kappaOhmK");
  const shared = { seriesOhm: single(readings, "seriesOhm"), ...(kappa === undefined ? {} : { kappaOhmK: kappa }) };
  const [alpha, beta] = [single(readings, "alpha"), single(readings, "beta")];
  const curve = measuredCurve(readings);
  if (chosen(readings, "procedure", ["1", "2"]) === "1") {
    return correctedByProcedure1(curve, conditions, { alphaAK: alpha, betaVK: beta, ...shared });
  }
  const irradianceFactor = optional(readings, "irradianceFactor");
  if (irradianceFactor === undefined) return refuse("factor-missing", { field: "irradianceFactor" });
  return correctedByProcedure2(curve, conditions, { alphaPerK: alpha, betaPerK: beta, irradianceFactor, ...shared });
}
