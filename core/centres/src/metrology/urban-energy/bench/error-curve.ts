import type { LinePicture } from "@quanheng/flow/determination/picture.ts";

/** One point of a meter: its error between the permissible ones. */
export type ErrorPoint = { readonly flowM3H: number; readonly errorPercent: number; readonly mpePercent: number };

/**
 * The errors of a meter over its flows, between the limits that hold there.
 *
 * @source OIML R 49-1 and OIML R 137 (errors stated by flow; recalled)
 * @example errorCurve([{ flowM3H: 2, errorPercent: 0.5, mpePercent: 2 }]).lines[1].points // → [[2, 2]] (the upper limit at the one flow)
 */
export function errorCurve(found: readonly ErrorPoint[]): LinePicture {
  const points = found.toSorted((a, b) => a.flowM3H - b.flowM3H);
  const limit = (sign: 1 | -1) => points.map(({ flowM3H, mpePercent }) => [flowM3H, sign * mpePercent] as const);
  return {
    kind: "lines",
    name: "errors",
    title: { zh: "误差曲线", en: "Error curve" },
    x: { label: { zh: "流量", en: "Flow" }, unit: "m3/h", scale: "logarithmic" },
    y: { label: { zh: "示值误差", en: "Error" }, unit: "%" },
    lines: [
      {
        name: { zh: "误差", en: "error" },
        role: "measured",
        points: points.map(({ flowM3H, errorPercent }) => [flowM3H, errorPercent]),
      },
      { name: { zh: "上限", en: "upper limit" }, role: "limit", points: limit(1), stepped: true },
      { name: { zh: "下限", en: "lower limit" }, role: "limit", points: limit(-1), stepped: true },
    ],
  };
}
