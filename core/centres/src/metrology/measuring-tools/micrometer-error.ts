import { fromNumber } from "@quanheng/kernel/decimal.ts";
import { needAscending, needAtLeast, needWithin } from "../../method-guards.ts";
import { withinPermissible } from "./permissible-error.ts";

/** Points of a travel of 25 mm from the start A of the range. @source JJG 21-2008, 7.3 (recalled) */
const POINTS_NEEDED = 5;

export type MicrometerPoint = {
  /** Nominal length of the gauge block and its deviation by certificate. [mm] */
  readonly nominalMm: number;
  readonly correctionMm: number;
  readonly readingMm: number;
};

export type MicrometerCheck = {
  readonly rangeMm: readonly [from: number, to: number];
  readonly points: readonly MicrometerPoint[];
  /** Maximum permissible error, without sign. [µm] */
  readonly mpeUm: number;
};

/**
 * Errors of indication of an outside micrometer over its range, by gauge blocks.
 *
 * E_i = reading − (nominal + correction)
 *
 * @returns errors and the largest magnitude among them [µm], unrounded; `pass` by simple comparison with the MPE
 * @throws Refusal `too-few-rows` below five points, `not-ascending`, `outside-method-range` for a point outside the range, a
 *   reading more than 1 mm from its block, or an MPE that is not positive
 * @source JJG 21-2008, 7.3 (recalled); ISO 3611:2023
 */
export function micrometerErrors({ rangeMm: [from, to], points, mpeUm }: MicrometerCheck) {
  needWithin("rangeMm", from, { min: 0, below: to, unit: "mm" });
  needWithin("rangeMm", to, { above: 0, unit: "mm" });
  needWithin("mpeUm", mpeUm, { above: 0, unit: "um" });
  needAtLeast("points", points, POINTS_NEEDED);
  for (const { nominalMm, correctionMm, readingMm } of points) {
    needWithin("nominalMm", nominalMm, { min: from, max: to, unit: "mm" });
    needWithin("correctionMm", correctionMm, { min: -0.1, max: 0.1, unit: "mm" });
    needWithin("readingMm", readingMm, { min: nominalMm - 1, max: nominalMm + 1, unit: "mm" });
  }
  needAscending(
    "nominalMm",
    points.map(({ nominalMm }) => nominalMm),
  );
  const errorsUm = points.map(
    ({ nominalMm, correctionMm, readingMm }) => (readingMm - nominalMm - correctionMm) * 1000,
  );
  const mpe = fromNumber(mpeUm);
  return {
    errorsUm,
    maxAbsUm: Math.max(...errorsUm.map(Math.abs)),
    pass: errorsUm.every((error) => withinPermissible(error, mpe)),
  };
}
