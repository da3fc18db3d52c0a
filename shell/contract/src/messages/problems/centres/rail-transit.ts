import type { Sentence } from "../../sentence.ts";

/** What the methods of rail transit decline, by code. */
export const railTransitProblems = {
  "speed-out-of-tolerance": {
    zh: "试验速度 {given} km/h 与标称速度 {nominal} km/h 相差超过 {tolerance} km/h。请重新试验。",
    en: "The speed of {given} km/h is more than {tolerance} km/h away from the nominal {nominal} km/h. Repeat the run.",
  },
  "window-outside-record": {
    zh: "通过时段超出记录（第 {given} 个采样，记录共 {max} 个）。请核对时段起点与长度。",
    en: "The pass-by window ends at sample {given} of a record with {max}. Check where it starts and how long it is.",
  },
  "wind-too-strong": {
    zh: "风速 {given} m/s 超过 {max} m/s，测量无效。请在风小时重测。",
    en: "A wind of {given} m/s exceeds {max} m/s; the measurement is void. Repeat it in calmer weather.",
  },
  "rain-during-measurement": {
    zh: "测量时有雨，结果无效。请在无雨时重测。",
    en: "It rained during the measurement, which is void. Repeat it in dry weather.",
  },
  "track-not-qualified": {
    zh: "试验线路的钢轨粗糙度或衰减率不符合要求，结果不能使用。请换用合格的试验段。",
    en: "The rails of the test site do not meet their limits of roughness or decay. Use a section that does.",
  },
  "too-few-windows": {
    zh: "“{field}”方向只有 {given} 个 5 s 窗，至少需要 {needed} 个。请延长测量。",
    en: "The axis {field} has {given} windows of 5 s; {needed} are needed. Measure for longer.",
  },
  "sampling-rate-too-low": {
    zh: "采样频率 {given} Hz 太低，至少需要 {min} Hz。请提高采样频率后重测。",
    en: "A sampling rate of {given} Hz is too low; at least {min} Hz is needed. Record again at a higher rate.",
  },
  "window-length": {
    zh: "数据长度为 {given} m，应为 {needed} m。请按 {needed} m 截取。",
    en: "The data cover {given} m; they must cover {needed} m. Cut them to that length.",
  },
  "gradient-too-steep": {
    zh: "坡度 {given} ‰ 使制动效果为零或为负，不能换算。请核对坡度与制动距离。",
    en: "A gradient of {given} ‰ leaves no braking to correct. Check the gradient and the stopping distance.",
  },
} as const satisfies Record<string, Sentence>;
