import { longRecordReader } from "@quanheng/flow/determination/long-record.ts";
import { Refusal } from "@quanheng/kernel/refusal.ts";
import { expect, test } from "vitest";
import { driveRecord } from "./product-quality/new-energy-vehicles/drive-record.ts";
import { spectralDensity } from "./product-quality/rail-transit/spectrum.ts";
import { vibrationRecord } from "./product-quality/rail-transit/vibration-record.ts";

const RATE = 512;
const still = () => {};
const figure = (evaluation: ReturnType<typeof vibrationRecord.evaluate>, en: string) =>
  Number(evaluation.figures.find(({ label }) => label.en === en)?.value);

/** √2·sin(2π·8 Hz·t): r.m.s. 1 m/s². */
function sine(seconds: number): string {
  const rows = Array.from({ length: seconds * RATE }, (_, k) => {
    const t = k / RATE;
    return `${t},${(Math.SQRT2 * Math.sin(2 * Math.PI * 8 * t)).toFixed(9)}`;
  });
  return `Time (s),Acceleration (m/s2)\n${rows.join("\n")}\n`;
}

test("8 Hz of 1 m/s² r.m.s. weigh 1.036 by W_k and 0.253 by W_d (ISO 2631-1, table 3), VDV over 50 s 3.05", () => {
  const record = longRecordReader(vibrationRecord.columns).end(sine(60));
  const vertical = vibrationRecord.evaluate(record, "Wk", still);
  expect(figure(vertical, "Weighted r.m.s. acceleration")).toBeCloseTo(1.036, 2);
  expect(figure(vertical, "Unweighted r.m.s. acceleration")).toBeCloseTo(1, 3);
  expect(figure(vertical, "Crest factor")).toBeCloseTo(Math.SQRT2, 2);
  // Of a sine the mean fourth power is 1.5 of the squared mean square: VDV = 1.036·(1.5·50)^¼ = 3.05.
  expect(figure(vertical, "Vibration dose value VDV (m/s^1.75)")).toBeCloseTo(3.05, 1);
  expect(figure(vibrationRecord.evaluate(record, "Wd", still), "Weighted r.m.s. acceleration")).toBeCloseTo(0.253, 2);
  expect(vertical.notes[0]?.en).toContain("first 10 s");
});

test("the spectral density has its peak at the frequency of the sine, and its area is the mean square", () => {
  const values = Float64Array.from(
    { length: 60 * RATE },
    (_, k) => Math.SQRT2 * Math.sin((2 * Math.PI * 8 * k) / RATE),
  );
  const { stepHz, density } = spectralDensity(values, RATE);
  expect(density.indexOf(Math.max(...density)) * stepHz).toBeCloseTo(8, 6);
  expect(density.reduce((sum, g) => sum + g, 0) * stepHz).toBeCloseTo(1, 6);
});

test("a record sampled too slowly for the weighting is refused, and long curves are thinned without losing a peak", () => {
  const slow = longRecordReader(vibrationRecord.columns).end("timeS,acceleration\n0,1\n0.01,2\n0.02,3\n");
  expect(() => vibrationRecord.evaluate(slow, "Wk", still)).toThrow(Refusal);
  const record = longRecordReader(vibrationRecord.columns).end(sine(60));
  const values = record.columns["acceleration"] ?? new Float64Array();
  values[12_345] = 9;
  const [picture] = vibrationRecord.evaluate(record, "Wk", still).pictures;
  const points = picture?.kind === "lines" ? (picture.lines[0]?.points ?? []) : [];
  expect(points.length).toBeLessThanOrEqual(4000);
  expect(points.some(([, y]) => y === 9)).toBe(true);
});

test("a drive cycle of one hour at 400 V, 9 A and 36 km/h: 3600 W·h, 36 km, 100 W·h/km", () => {
  const rows = Array.from({ length: 3601 }, (_, t) => `${t},400,9,36`).join("\n");
  const record = longRecordReader(driveRecord.columns).end(`时间（s）,电压（V）,电流（A）,车速（km/h）\n${rows}\n`);
  const { figures } = driveRecord.evaluate(record, "", still);
  expect(figures.slice(0, 4).map(({ value, unit }) => `${value} ${unit}`)).toEqual([
    "3600 W.h",
    "9 A.h",
    "36 km",
    "100 W.h/km",
  ]);
});
