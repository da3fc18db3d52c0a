import type { Content } from "./content.ts";

/** A published example: where it stands, and the model file that reproduces it. */
export type Example = {
  readonly id: string;
  readonly name: { readonly zh: string; readonly en: string };
  /** Document and clause that the figures come from. */
  readonly source: string;
  readonly content: Content;
};

export const EXAMPLES: readonly Example[] = [
  {
    id: "gum-h1",
    name: { zh: "量块校准", en: "Calibration of an end gauge" },
    source: "JCGM 100:2008, H.1",
    content: {
      model: { l: "ls + d - ls*(da*theta + alpha*dt)" },
      unit: "nm",
      inputs: {
        ls: { x: "50000623", u: "25", dof: "18", unit: "nm" },
        d: { x: "215", u: "9.7", dof: "25.6", unit: "nm" },
        da: { x: "0", u: "0.00000058", dof: "50", unit: "1/Cel" },
        theta: { x: "-0.1", u: "0.41", unit: "Cel" },
        alpha: { x: "0.0000115", u: "0.0000012", unit: "1/Cel" },
        dt: { x: "0", u: "0.029", dof: "2", unit: "Cel" },
      },
      probability: "0.99",
      monteCarlo: { digits: 2, seed: 20081001 },
    },
  },
  {
    id: "gum-h2",
    name: { zh: "电阻与电抗同时测量", en: "Resistance and reactance measured together" },
    source: "JCGM 100:2008, H.2",
    content: {
      model: { R: "V*cos(phi)/J", X: "V*sin(phi)/J", Z: "V/J" },
      unit: "Ohm",
      // Five sets of readings made together: their correlations follow.
      inputs: {
        V: { readings: ["5.007", "4.994", "5.005", "4.990", "4.999"], sample: "one", unit: "V" },
        J: { readings: ["0.019663", "0.019639", "0.019640", "0.019685", "0.019678"], sample: "one", unit: "A" },
        phi: { readings: ["1.0456", "1.0438", "1.0468", "1.0428", "1.0433"], sample: "one", unit: "rad" },
      },
      monteCarlo: { digits: 2, seed: 20081002 },
    },
  },
  {
    id: "gum-h3",
    name: {
      zh: "温度计校准直线在 30 °C 的修正值",
      en: "Correction of a thermometer at 30 °C from its calibration line",
    },
    source: "JCGM 100:2008, H.3",
    content: {
      model: { b: "y1 + y2*(t - t0)" },
      unit: "Cel",
      inputs: {
        y1: { x: "-0.1712", u: "0.0029", dof: "9", sample: "fit", unit: "Cel" },
        y2: { x: "0.00218", u: "0.00067", dof: "9", sample: "fit" },
        t: { distribution: "constant", x: "30", unit: "Cel" },
        t0: { distribution: "constant", x: "20", unit: "Cel" },
      },
      correlations: [{ a: "y1", b: "y2", r: "-0.930" }],
      monteCarlo: { digits: 2, seed: 20081003 },
    },
  },
  {
    id: "s1-mass",
    name: { zh: "质量校准", en: "Mass calibration" },
    source: "JCGM 101:2008, 9.3",
    content: {
      model: { dm: "(mRc + dmRc)*(1 + (ra - 1.2)*(1/rW - 1/rR)) - 100000" },
      unit: "mg",
      inputs: {
        mRc: { x: "100000.000", u: "0.050", unit: "mg" },
        dmRc: { x: "1.234", u: "0.020", unit: "mg" },
        ra: { distribution: "rectangular", x: "1.20", a: "0.10", unit: "kg/m3" },
        rW: { distribution: "rectangular", x: "8000", a: "1000", unit: "kg/m3" },
        rR: { distribution: "rectangular", x: "8000", a: "50", unit: "kg/m3" },
      },
      monteCarlo: { digits: 1, seed: 20261125 },
    },
  },
  {
    id: "s1-loss",
    name: { zh: "微波功率计校准中的比较损失", en: "Comparison loss in microwave power meter calibration" },
    source: "JCGM 101:2008, 9.4",
    content: {
      model: { dY: "X1**2 + X2**2" },
      inputs: { X1: { x: "0.010", u: "0.005" }, X2: { x: "0", u: "0.005" } },
      monteCarlo: { digits: 2, seed: 20080904 },
    },
  },
  {
    id: "quam-a1",
    name: { zh: "镉标准溶液的配制", en: "Preparation of a cadmium standard" },
    source: "EURACHEM/CITAC CG 4:2012, A1",
    content: {
      model: { c: "1000*m*P/(V + dVr + dVt)" },
      unit: "mg/L",
      inputs: {
        m: { x: "100.28", u: "0.05", unit: "mg" },
        P: { distribution: "rectangular", x: "0.9999", a: "0.0001" },
        V: { distribution: "triangular", x: "100", a: "0.1", unit: "mL" },
        dVr: { x: "0", u: "0.02", unit: "mL" },
        dVt: { distribution: "rectangular", x: "0", a: "0.084", unit: "mL" },
      },
      monteCarlo: { digits: 2, seed: 20120101 },
      decision: { output: "c", lower: "1000", upper: "1005", rule: "non-binary", guard: "1" },
    },
  },
  {
    id: "eight-inputs",
    name: {
      zh: "八个输入量、六种分布（速度基准模型）",
      en: "Eight inputs, six distributions (the model of the speed bench)",
    },
    source: "tools/bench/montecarlo.py",
    content: {
      model: { y: "x1/x2*cos(x3)*x7 + x4 + 127*x6*(x5 + x8)" },
      inputs: {
        x1: { x: "4.999", u: "0.0032" },
        x2: { x: "0.019661", u: "0.0000095" },
        x3: { x: "1.04446", u: "0.00075" },
        x4: { distribution: "t", x: "0", scale: "0.05", dof: "9" },
        x5: { distribution: "rectangular", x: "0", a: "0.001" },
        x6: { distribution: "rectangular", x: "1", a: "0.001" },
        x7: { distribution: "triangular", x: "1", a: "0.0005" },
        x8: { distribution: "arcsine", x: "0", a: "0.0005" },
      },
      correlations: [{ a: "x1", b: "x2", r: "-0.36" }],
      monteCarlo: { digits: 2, seed: 1 },
    },
  },
];
