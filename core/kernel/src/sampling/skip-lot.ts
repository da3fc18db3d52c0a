import { needWhole } from "../laboratory/finite.ts";
import { refuse } from "../refusals.ts";
import { acceptanceProbability, type LotModel, type SinglePlan } from "./acceptance-probability.ts";

/** After `clearance` lots accepted in a row only a share of the lots is inspected: one in `frequency`. */
export type SkipLotPlan = { readonly clearance: number; readonly frequency: number };

/** Where a series stands; plain data, to be stored between lots. */
export type SkipLotState = { readonly acceptedInRow: number; readonly skipping: boolean };

export const EVERY_LOT: SkipLotState = { acceptedInRow: 0, skipping: false };

/**
 * Moves the series on after a lot was inspected. While skipping, each lot is inspected with probability 1/frequency,
 * which whoever holds the lots draws at random and records; a lot that is skipped is accepted and moves nothing.
 *
 * @returns where the series stands before the next lot
 * @example afterInspectedLot({ clearance: 2, frequency: 4 }, { acceptedInRow: 1, skipping: false }, true) // → { acceptedInRow: 2, skipping: true } (two in a row)
 * @example afterInspectedLot({ clearance: 2, frequency: 4 }, { acceptedInRow: 2, skipping: true }, false) // → { acceptedInRow: 0, skipping: false } (every lot again)
 * @throws Refusal `outside-domain` unless clearance is at least 1 and frequency at least 2
 * @source SkSP-2: R. L. Perry, J. Quality Technology 5 (1973) 123. The qualification scores of ISO 2859-3 are not
 *   offered.
 */
export function afterInspectedLot(plan: SkipLotPlan, state: SkipLotState, accepted: boolean): SkipLotState {
  checkPlan(plan);
  if (!accepted) return EVERY_LOT;
  if (state.skipping) return state;
  const acceptedInRow = state.acceptedInRow + 1;
  return { acceptedInRow, skipping: acceptedInRow >= plan.clearance };
}

/** Long-run probability of acceptance, and average sample number per lot. */
export type SkipLotCharacteristic = { readonly acceptance: number; readonly sampleNumber: number };

/**
 * P_a = (f P + (1 − f) Pⁱ)/(f + (1 − f) Pⁱ) and ASN = n f/(f + (1 − f) Pⁱ), with f = 1/frequency, i = clearance and P
 * the probability of the plan for one lot.
 *
 * @example skipLotCharacteristic({ clearance: 10, frequency: 4 }, { n: 20, acceptance: 0 }, 0) // → { acceptance: 1, sampleNumber: 5.00 } (P = 1: 20/4)
 * @example skipLotCharacteristic({ clearance: 1, frequency: 2 }, { n: 1, acceptance: 0 }, 0.5) // → { acceptance: 0.6667, sampleNumber: 0.6667 } (P = f = ½: (¼ + ¼)/(½ + ¼); ½/¾)
 * @throws Refusal `outside-domain`
 * @source R. L. Perry, J. Quality Technology 5 (1973) 123
 */
export function skipLotCharacteristic(
  plan: SkipLotPlan,
  reference: SinglePlan,
  quality: number,
  model: LotModel = "process",
): SkipLotCharacteristic {
  checkPlan(plan);
  const p = acceptanceProbability(reference, quality, model);
  const f = 1 / plan.frequency;
  const cleared = (1 - f) * p ** plan.clearance;
  return { acceptance: (f * p + cleared) / (f + cleared), sampleNumber: (reference.n * f) / (f + cleared) };
}

function checkPlan({ clearance, frequency }: SkipLotPlan): void {
  needWhole("clearance", clearance, 1);
  if (!(frequency >= 2)) refuse("outside-domain", { name: "frequency", given: String(frequency), min: 2, max: null });
}
