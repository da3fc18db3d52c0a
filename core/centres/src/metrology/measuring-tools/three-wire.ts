import { needAllWithin, needWithin } from "../../method-guards.ts";
import { refuse } from "./refusals.ts";

/** Wires that touch the flanks of a 60° thread near its pitch line, as shares of the pitch. @source EURAMET cg-10 (recalled) */
const WIRE_OF_PITCH = { min: 0.505, max: 0.725 } as const;

export type ThreeWireReading = {
  /** Measured over the three wires, at 20 °C. [mm] */
  readonly overWiresMm: number;
  readonly wireMm: number;
  readonly pitchMm: number;
  /** Advance in one turn; the pitch where the thread has one start. [mm] */
  readonly leadMm?: number;
  /** Angle between the flanks. [°] */
  readonly angleDeg: number;
  /** Correction A₂ for the measuring force. [mm] */
  readonly forceCorrectionMm: number;
};

/**
 * Simple pitch diameter of an external thread gauge over three wires.
 *
 * best wire = P/(2·cos(α/2));  d₂ = M − w·(1 + 1/sin(α/2)) + (P/2)·cot(α/2) − A₁ + A₂,
 * A₁ = (w/2)·[l/(π·d₂)]²·cos(α/2)·cot(α/2) with the lead l
 *
 * @returns best wire, d₂ without corrections, A₁ and d₂ [mm], unrounded
 * @throws Refusal `wire-size` unless the wire is 0.505 to 0.725 of the pitch (60°; other angles in the ratio of their best
 *   wires), `outside-method-range`
 * @source EURAMET cg-10, version 2.1 (recalled); JJF 1207-2008
 * @example threeWire({ overWiresMm: 20.5602, wireMm: 1.4502, pitchMm: 2.5, angleDeg: 60, forceCorrectionMm: 0.0006 }).pitchDiameterMm // → 18.3732
 */
export function threeWire(reading: ThreeWireReading) {
  const { overWiresMm, wireMm, pitchMm, leadMm = pitchMm, angleDeg, forceCorrectionMm } = reading;
  needAllWithin({ overWiresMm, wireMm, pitchMm, leadMm }, { above: 0, unit: "mm" });
  needWithin("angleDeg", angleDeg, { above: 0, below: 180, unit: "deg" });
  needWithin("forceCorrectionMm", forceCorrectionMm, { min: -0.1, max: 0.1, unit: "mm" });
  const half = (angleDeg / 360) * Math.PI;
  const bestWireMm = pitchMm / (2 * Math.cos(half));
  touching(wireMm, pitchMm, bestWireMm);
  const cot = 1 / Math.tan(half);
  const simpleMm = overWiresMm - wireMm * (1 + 1 / Math.sin(half)) + 0.5 * pitchMm * cot;
  needWithin("overWiresMm", simpleMm, { above: 0, unit: "mm" });
  const leadCorrectionMm = 0.5 * wireMm * (leadMm / (Math.PI * simpleMm)) ** 2 * Math.cos(half) * cot;
  return {
    bestWireMm,
    simpleMm,
    leadCorrectionMm,
    pitchDiameterMm: simpleMm - leadCorrectionMm + forceCorrectionMm,
  };
}

function touching(wireMm: number, pitchMm: number, bestWireMm: number): void {
  const bestAt60 = pitchMm / Math.sqrt(3);
  const ratio = Math.abs(bestWireMm / bestAt60 - 1) < 1e-12 ? 1 : bestWireMm / bestAt60;
  const [min, max] = [WIRE_OF_PITCH.min * pitchMm * ratio, WIRE_OF_PITCH.max * pitchMm * ratio];
  if (!(wireMm >= min && wireMm <= max)) refuse("wire-size", { field: "wireMm", given: wireMm, min, max });
}
