import type { Sentence } from "../../sentence.ts";

/** What the methods of machinery and aluminium decline, by code. */
export const machineryAndAluminiumProblems = {
  "length-mismatch": {
    zh: "“{field}”有 {given} 个数据，另一列有 {needed} 个。力与延伸须一一对应。",
    en: "{field} has {given} values, the other column {needed}. Force and extension must belong together.",
  },
  "series-reversed": {
    zh: "记录的最后值 {last} 不大于最初值 {first}，次序可能颠倒。请按时间先后导入。",
    en: "The record ends at {last}, not above its start at {first}: it seems to run backwards. Import it in the order of time.",
  },
  "extensometer-slip": {
    zh: "第 {row} 行延伸突变 {jump} mm，而相邻步长约 {usual} mm，引伸计可能打滑。结果不能使用，请查明后重做。",
    en: "The extension jumps by {jump} mm at row {row}, where steps are about {usual} mm: the extensometer seems to have slipped. Find the cause and repeat.",
  },
  "gauge-length": {
    zh: "引伸计标距 {given} mm 大于原始标距 {max} mm。请核对两个标距。",
    en: "The extensometer gauge length of {given} mm exceeds the original gauge length of {max} mm. Check both.",
  },
  "fit-r2-low": {
    zh: "弹性段拟合的 R² 为 {given}，低于 {min}，不能采用。请另选拟合区间或用滞后环法。",
    en: "The elastic line has R² = {given}, below {min}, and is not accepted. Choose another window or use a hysteresis loop.",
  },
  "no-elastic-line": {
    zh: "拟合区间内应力不随应变上升（斜率 {given}）。请核对曲线和拟合区间。",
    en: "The stress does not rise with the strain in the window (slope {given}). Check the curve and the window.",
  },
  "proof-strength-not-reached": {
    zh: "曲线未达到 {offset} % 的规定延伸，无法求得强度。请核对记录是否完整。",
    en: "The curve ends before an extension of {offset} % is reached, so this strength cannot be found. Is the record complete?",
  },
  "no-elongation": {
    zh: "断后标距 {after} mm 不大于原始标距 {before} mm，不可能。请核对测量。",
    en: "A final gauge length of {after} mm is not above the original {before} mm, which is impossible. Check the measurement.",
  },
  "no-reduction": {
    zh: "断后截面积 {after} mm² 不小于原始截面积 {before} mm²，不可能。请核对测量。",
    en: "A final area of {after} mm² is not below the original {before} mm², which is impossible. Check the measurement.",
  },
  "fracture-outside-gauge": {
    zh: "断口在标距外，断后伸长率 {given} % 未达到规定的最小值，结果无效。请另取试样重做。",
    en: "The specimen broke outside the gauge length and its elongation of {given} % does not reach the least one required. Test another specimen.",
  },
  "no-yield-point": {
    zh: "曲线在屈服阶段没有力的下降，无上、下屈服强度。请改报规定塑性延伸强度。",
    en: "The stress never drops while the material yields: there is no yield point. Report a proof strength instead.",
  },
  "indent-ratio": {
    zh: "压痕直径与球径之比为 {given}，须在 {min} 至 {max} 之间。请改用合适的试验力或球径。",
    en: "The indentation is {given} of the ball diameter; {min} to {max} is allowed. Choose another force or ball.",
  },
  "indent-not-regular": {
    zh: "两个方向的尺寸 {d1} mm 和 {d2} mm 相差超过 {max} %。请检查试样表面并另打压痕。",
    en: "{d1} mm and {d2} mm differ by more than {max} %. Check the surface and make another indentation.",
  },
  "element-missing": {
    zh: "牌号 {alloy} 规定了 {item} 的含量，但没有测定结果。请补测，缺项不按零处理。",
    en: "Alloy {alloy} limits {item}, which was not determined. Determine it; a missing element is never taken as zero.",
  },
  "background-too-high": {
    zh: "与背景噪声只差 {given} dB，至少需要 {min} dB。请降低背景噪声后重测。",
    en: "The machine is only {given} dB above the background; at least {min} dB is needed. Lower the background and repeat.",
  },
  "room-too-reverberant": {
    zh: "环境修正 {given} dB 超过 {max} dB，测试环境不符合要求。请更换场地或减小测量面。",
    en: "An environmental correction of {given} dB exceeds {max} dB. Use another place or a smaller measurement surface.",
  },
} as const satisfies Record<string, Sentence>;
