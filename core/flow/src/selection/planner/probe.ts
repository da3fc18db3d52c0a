import { coverBlock, FREE } from "./blocks.ts";
import { labValue } from "./lab-mode.ts";
import { type Fixing, type Multipliers, type Relaxation, termsOf } from "./relaxation.ts";

/**
 * Settles whatever would push the bound past the cutoff if it were otherwise: modes of laboratories, then offers.
 * Expects the answers of `bound` at these multipliers in the relaxation.
 *
 * @param lowest the bound at these multipliers
 * @param cutoff only plans that cost less are looked for
 * @returns false when nothing is left below the cutoff
 * @example probe(null, null, null, 15, 15) // → false (with a bound of 15 nothing costs less than 15)
 * @source ours: variable fixing by reduced costs; G. L. Nemhauser and L. A. Wolsey, Integer and Combinatorial
 *   Optimization (1988), II.5
 */
export function probe(
  relaxation: Relaxation,
  multipliers: Multipliers,
  fixing: Fixing,
  lowest: number,
  cutoff: number,
): boolean {
  if (lowest >= cutoff) return false;
  probeModes(relaxation, multipliers, fixing, cutoff - lowest);
  probeOffers(relaxation, multipliers, fixing, cutoff - lowest);
  return true;
}

function probeModes(relaxation: Relaxation, multipliers: Multipliers, fixing: Fixing, room: number): void {
  const { problem, labValues } = relaxation;
  const terms = termsOf(relaxation, multipliers, fixing);
  for (let lab = 0; lab < problem.labs.length; lab++) {
    const allowed = fixing.modes[lab]!;
    for (let mode = 0; allowed >> mode !== 0; mode++) {
      if ((allowed & (1 << mode)) === 0) continue;
      const rise = labValue(problem, lab, 1 << mode, terms).value - labValues[lab]!;
      const closing =
        mode === 0 && rise < room ? riseWithout(relaxation, multipliers, fixing, problem.labs[lab]!.offers) : 0;
      if (rise + closing >= room) fixing.modes[lab]! &= ~(1 << mode);
    }
  }
}

function probeOffers(relaxation: Relaxation, multipliers: Multipliers, fixing: Fixing, room: number): void {
  const { problem, labValues } = relaxation;
  const terms = termsOf(relaxation, multipliers, fixing);
  for (let offer = 0; offer < fixing.offers.length; offer++) {
    if (fixing.offers[offer] !== FREE) continue;
    const lab = problem.lab[offer]!;
    const riseIf = (state: number) => {
      terms.fixed[offer] = state;
      const value = labValue(problem, lab, fixing.modes[lab]!, terms).value;
      terms.fixed[offer] = FREE;
      return value - labValues[lab]!;
    };
    if (riseIf(1) >= room) {
      fixing.offers[offer] = 0;
      continue;
    }
    const out = riseIf(0);
    if (out >= room || out + riseWithout(relaxation, multipliers, fixing, [offer]) >= room) fixing.offers[offer] = 1;
  }
}

/** How much dearer the blocks become when some offers are not to be had. */
function riseWithout(
  relaxation: Relaxation,
  multipliers: Multipliers,
  fixing: Fixing,
  offers: readonly number[],
): number {
  const { blocks, blocksOfOffer, blockValues } = relaxation;
  const touched = new Set(
    offers.filter((offer) => fixing.offers[offer] === FREE).flatMap((offer) => blocksOfOffer[offer]!),
  );
  const states = offers.map((offer) => fixing.offers[offer]!);
  for (const offer of offers) if (fixing.offers[offer] === FREE) fixing.offers[offer] = 0;
  let rise = 0;
  for (const block of touched) {
    rise += coverBlock(block, multipliers.copy, fixing.offers) - blockValues[blocks.indexOf(block)]!;
  }
  offers.forEach((offer, index) => {
    fixing.offers[offer] = states[index]!;
  });
  return rise;
}
