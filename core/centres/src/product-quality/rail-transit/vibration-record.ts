import type { LongRecord } from "@quanheng/flow/determination/long-record.ts";
import { type RecordKind, shown, thinnedColumns } from "../../long-record.ts";
import { WEIGHTINGS, type Weighting } from "./frequency-weighting.ts";
import { spectralDensity } from "./spectrum.ts";
import { vibrationExposure } from "./vibration-exposure.ts";
import { weightedRecord } from "./weighting-filter.ts";

/** Seconds at the beginning in which the high-pass settles from rest; they are left out where the record is long enough. */
const SETTLING_S = 10;

/** An acceleration record: weighted r.m.s., dose value and spectrum, each with a picture. */
export const vibrationRecord: RecordKind = {
  id: "vibration",
  title: { zh: "振动加速度记录", en: "Vibration record" },
  source: "ISO 2631-1:1997; EN 12299:2009",
  columns: [
    { name: "timeS", label: { zh: "时间", en: "Time" }, unit: "s" },
    { name: "acceleration", label: { zh: "加速度", en: "Acceleration" }, unit: "m/s2" },
  ],
  choices: [
    { value: "Wk", label: { zh: "Wk 垂向（ISO 2631-1）", en: "Wk vertical (ISO 2631-1)" } },
    { value: "Wd", label: { zh: "Wd 水平（ISO 2631-1）", en: "Wd horizontal (ISO 2631-1)" } },
    { value: "Wb", label: { zh: "Wb 垂向（EN 12299）", en: "Wb vertical (EN 12299)" } },
  ],
  evaluate({ rows, columns }, choice, progress) {
    const time = columns["timeS"] ?? new Float64Array();
    const acceleration = columns["acceleration"] ?? new Float64Array();
    const sampleHz = rateOf({ rows, columns });
    const weighting: Weighting = choice in WEIGHTINGS ? (choice as Weighting) : "Wk";
    const weighted = weightedRecord(acceleration, sampleHz, weighting, (share) => progress(0.5 * share));
    const settling = Math.round(SETTLING_S * sampleHz);
    const left = weighted.length > 3 * settling ? settling : 0;
    const exposure = vibrationExposure(weighted.subarray(left), sampleHz);
    const { stepHz, density } = spectralDensity(acceleration, sampleHz, (share) => progress(0.5 + 0.4 * share));
    const frequencies = Float64Array.from(density, (_, k) => k * stepHz);
    const squares = acceleration.reduce((sum, a) => sum + a * a, 0);
    return {
      figures: [
        {
          label: { zh: "计权均方根加速度", en: "Weighted r.m.s. acceleration" },
          value: shown(exposure.rms),
          unit: "m/s2",
        },
        {
          label: { zh: "未计权均方根加速度", en: "Unweighted r.m.s. acceleration" },
          value: shown(Math.sqrt(squares / rows)),
          unit: "m/s2",
        },
        {
          label: { zh: "最大瞬时振动值 MTVV", en: "Maximum transient value MTVV" },
          value: shown(exposure.mtvv),
          unit: "m/s2",
        },
        {
          label: { zh: "振动剂量值 VDV（m/s^1.75）", en: "Vibration dose value VDV (m/s^1.75)" },
          value: shown(exposure.vdv),
          unit: "1",
        },
        { label: { zh: "计权峰值", en: "Weighted peak" }, value: shown(exposure.peak), unit: "m/s2" },
        { label: { zh: "波峰因数", en: "Crest factor" }, value: shown(exposure.crest), unit: "1" },
        { label: { zh: "采样率", en: "Sampling rate" }, value: shown(sampleHz), unit: "Hz" },
        { label: { zh: "时长", en: "Duration" }, value: shown(rows / sampleHz), unit: "s" },
      ],
      notes: [
        ...(left > 0
          ? [
              {
                zh: `前 ${SETTLING_S} s 为滤波器稳定时间，不计入计权值。`,
                en: `The first ${SETTLING_S} s, in which the filter settles, are left out of the weighted values.`,
              },
            ]
          : []),
        ...(exposure.needsMore
          ? [
              {
                zh: "波峰因数大于 9，应同时给出 VDV 或 MTVV。",
                en: "The crest factor is above 9: state VDV or MTVV as well.",
              },
            ]
          : []),
      ],
      pictures: [
        {
          kind: "lines",
          name: "record",
          title: { zh: "加速度", en: "Acceleration" },
          x: { label: { zh: "时间", en: "Time" }, unit: "s" },
          y: { label: { zh: "加速度", en: "Acceleration" }, unit: "m/s2" },
          lines: [
            { name: { zh: "未计权", en: "Unweighted" }, role: "measured", points: thinnedColumns(time, acceleration) },
            { name: { zh: "计权", en: "Weighted" }, role: "evaluated", points: thinnedColumns(time, weighted) },
          ],
        },
        {
          kind: "lines",
          name: "spectrum",
          title: { zh: "功率谱密度", en: "Spectral density" },
          x: { label: { zh: "频率", en: "Frequency" }, unit: "Hz", scale: "logarithmic" },
          y: { label: { zh: "谱密度", en: "Density" }, unit: "m2/s4/Hz", scale: "logarithmic" },
          lines: [
            {
              name: { zh: "未计权", en: "Unweighted" },
              role: "measured",
              points: thinnedColumns(frequencies.subarray(1), density.subarray(1)).filter(([, g]) => g > 0),
            },
          ],
        },
      ],
    };
  },
};

/** Samples per second over the whole record, without the noise of printed times. [Hz] */
function rateOf({ rows, columns }: LongRecord): number {
  const time = columns["timeS"] ?? new Float64Array();
  return Number(((rows - 1) / (time.at(-1)! - time[0]!)).toPrecision(9));
}
