import { needAllWithin, needCount, needWithin, POSITIVE } from "../../method-guards.ts";
import { refuse } from "./refusals.ts";
import { DENIER_M, OFFICIAL_REGAIN, REEL_TURN_M } from "./units.ts";

export type ReelingTest = {
  /** Cocoons reeled, n. */
  readonly cocoons: number;
  /** Ends that dropped, d. */
  readonly drops: number;
  /** Turns of the reel, t. */
  readonly turns: number;
  readonly turnM?: number;
  /** Cocoons kept on each thread, c. */
  readonly fixedCocoons: number;
  /** Silk dried to constant mass, g₀. */
  readonly drySilkG: number;
  /** Mass of the cocoons, G. */
  readonly cocoonsG: number;
  /** A sample of cocoons and the shells in it. */
  readonly shellG: number;
  readonly shellSampleG: number;
};

/**
 * What dried cocoons give when they are reeled.
 *
 * reelability = n/(n + d)·100;  L = t·1.125·c/n;  non-broken length = L·reelability;  filament size =
 * 1.11g₀·9000/(t·1.125·c);  silk yield = 1.11g₀/G·100;  shell = shell/cocoon·100;  cocoon to silk = G/(1.11g₀)
 *
 * @returns [%, m, den, g], unrounded
 * @throws Refusal `not-whole`, `part-above-whole`, `outside-method-range` where nothing was reeled
 * @source GB/T 9111-2015, GB/T 9176-2016 (recalled)
 */
export function reeling(test: ReelingTest) {
  const { cocoons, drops, turns, turnM = REEL_TURN_M, fixedCocoons, drySilkG, cocoonsG, shellG, shellSampleG } = test;
  for (const [field, given] of Object.entries({ cocoons, drops, fixedCocoons })) needCount(field, given);
  needAllWithin({ cocoons, fixedCocoons, turns, turnM, drySilkG, cocoonsG, shellG, shellSampleG }, POSITIVE);
  const silkG = drySilkG * (1 + OFFICIAL_REGAIN);
  needPart("drySilkG", silkG, cocoonsG);
  needPart("shellG", shellG, shellSampleG);
  needWithin("fixedCocoons", fixedCocoons, { min: 1, max: cocoons });

  const threadM = turns * turnM * fixedCocoons;
  const reelabilityPercent = (100 * cocoons) / (cocoons + drops);
  const lengthM = threadM / cocoons;
  return {
    reelabilityPercent,
    lengthM,
    nonBrokenM: (lengthM * reelabilityPercent) / 100,
    filamentDen: (silkG * DENIER_M) / threadM,
    silkG,
    yieldPercent: (100 * silkG) / cocoonsG,
    shellPercent: (100 * shellG) / shellSampleG,
    cocoonToSilk: cocoonsG / silkG,
  };
}

function needPart(field: string, given: number, whole: number): void {
  if (given > whole) refuse("part-above-whole", { field, given, max: whole });
}
