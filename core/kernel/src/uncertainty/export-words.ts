/** The words of tables and documents that show an evaluation. */
export const EXPORT_WORDS = {
  zh: {
    title: "测量不确定度评定",
    model: "测量模型",
    budget: "不确定度预算",
    result: "结果",
    input: "输入量",
    estimate: "估计值",
    u: "标准不确定度",
    dof: "自由度",
    distribution: "分布",
    sensitivity: "灵敏系数",
    contribution: "分量",
    share: "方差占比",
    way: "方法",
    y: "估计值",
    expanded: "扩展不确定度",
    k: "包含因子",
    interval: "包含区间",
    verdict: "JCGM 101 第 8 章",
    first: "一阶传播",
    second: "二阶传播",
    trials: "蒙特卡洛",
    shortest: "最短区间",
    agrees: "一致",
    differs: "不一致",
    undecided: "试验不能判断",
    unstated: "不给出",
    unit: "单位",
    probability: "包含概率",
    reproduce: "引擎、种子与试验次数",
    stable: "数值稳定",
    unstable: "未达稳定",
    source:
      "依据 JCGM 100:2008（一阶：5.1.2；二阶：5.1.2 注；有效自由度：G.4.1）和 JCGM 101:2008（7.9 自适应蒙特卡洛；第 8 章验证）。",
    distributions: {
      constant: "常数",
      normal: "正态",
      t: "t",
      rectangular: "均匀",
      triangular: "三角",
      arcsine: "反正弦",
      trapezoidal: "梯形",
      "curvilinear-trapezoid": "曲边梯形",
      exponential: "指数",
      gamma: "伽马",
      poisson: "泊松",
      discrete: "离散",
      samples: "样本",
    },
  },
  en: {
    title: "Evaluation of measurement uncertainty",
    model: "Measurement model",
    budget: "Uncertainty budget",
    result: "Result",
    input: "Input",
    estimate: "Estimate",
    u: "Standard uncertainty",
    dof: "Degrees of freedom",
    distribution: "Distribution",
    sensitivity: "Sensitivity",
    contribution: "Contribution",
    share: "Share of variance",
    way: "Method",
    y: "Estimate",
    expanded: "Expanded uncertainty",
    k: "Coverage factor",
    interval: "Coverage interval",
    verdict: "JCGM 101, clause 8",
    first: "First order",
    second: "Second order",
    trials: "Monte Carlo",
    shortest: "shortest",
    agrees: "agrees",
    differs: "does not agree",
    undecided: "not decided by the trials",
    unstated: "not stated",
    unit: "Unit",
    probability: "Coverage probability",
    reproduce: "Engine, seed and number of trials",
    stable: "numerically stable",
    unstable: "not yet stable",
    source:
      "After JCGM 100:2008 (first order: 5.1.2; second order: 5.1.2, note; effective degrees of freedom: G.4.1) and JCGM 101:2008 (7.9, adaptive Monte Carlo; clause 8, validation).",
    distributions: {
      constant: "constant",
      normal: "normal",
      t: "t",
      rectangular: "rectangular",
      triangular: "triangular",
      arcsine: "arcsine",
      trapezoidal: "trapezoidal",
      "curvilinear-trapezoid": "curvilinear trapezoid",
      exponential: "exponential",
      gamma: "gamma",
      poisson: "Poisson",
      discrete: "discrete",
      samples: "samples",
    },
  },
} as const;

export type ExportLanguage = keyof typeof EXPORT_WORDS;

/**
 * The name of a kind of distribution; a kind that has none keeps its code.
 *
 * @source JCGM 101:2008, table 1 (English); JJF 1059.1-2012 and JJF 1059.2-2012 (Chinese; recalled)
 * @example distributionName("rectangular", "zh") // → "均匀" (JJF 1059.1-2012)
 * distributionName("curvilinear-trapezoid", "en") // → "curvilinear trapezoid" (JCGM 101:2008, table 1)
 */
export function distributionName(kind: string, language: ExportLanguage): string {
  const names: Readonly<Record<string, string>> = EXPORT_WORDS[language].distributions;
  return names[kind] ?? kind;
}
