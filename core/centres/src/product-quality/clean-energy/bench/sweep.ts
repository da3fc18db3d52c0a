import type { DescribedInput } from "@quanheng/flow/determination/description.ts";
import type { Line } from "@quanheng/flow/determination/picture.ts";
import { column } from "../../../bench-inputs.ts";
import { type Label, said } from "../../../bench-verdicts.ts";
import type { IvCurve } from "../iv-curve.ts";

const POINTS = [10, 5000] as const;

/** The columns of a current–voltage sweep, ten points at least. */
export function sweepColumns(table: string, [voltage, current]: readonly [string, string]): readonly DescribedInput[] {
  const instrument = { instrumentType: "solar-simulator" } as const;
  return [
    column(table, voltage, ["电压", "Voltage"], "V", ["-10", "2000"], POINTS, instrument),
    column(table, current, ["电流", "Current"], "A", ["-5", "100"], POINTS, instrument),
  ];
}

/** The lines of a sweep: its current, and its power on the second axis. */
export function sweepLines(name: Label, role: Line["role"], { voltagesV, currentsA }: IvCurve): readonly Line[] {
  const points = voltagesV.map((V, k) => [V, currentsA[k]!] as const);
  return [
    { name: said(name), role, points },
    {
      name: said([`${name[0]}功率`, `${name[1]}, power`]),
      role,
      second: true,
      points: points.map(([V, I]) => [V, V * I] as const),
    },
  ];
}

/** Axes of a picture of sweeps. */
export const SWEEP_AXES = {
  x: { label: { zh: "电压", en: "Voltage" }, unit: "V" },
  y: { label: { zh: "电流", en: "Current" }, unit: "A" },
  second: { label: { zh: "功率", en: "Power" }, unit: "W" },
} as const;
