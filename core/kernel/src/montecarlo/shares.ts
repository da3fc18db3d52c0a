import { centre, type Distribution } from "./distribution.ts";
import { jointSummary } from "./joint.ts";
import type { TrialPlan } from "./plan.ts";
import { runTrials } from "./trials.ts";

/** What one input does to an output when all others stay at their estimates. */
export type TrialShare = {
  readonly input: string;
  /** Standard deviation of the output that the input alone makes. */
  readonly u: number;
  /** Non-linear sensitivity coefficient u_i(y)/u(x_i); null where the input does not vary. */
  readonly sensitivity: number | null;
  /** u_i(y)² as a share of the sum over all inputs; less or more than of u(y)² where inputs act together. */
  readonly share: number;
};

/**
 * How much each input makes each output scatter, by trials that vary one input at a time.
 *
 * @param trials of each input; some ten thousand show a share to a percent
 * @returns a row per output with an entry per input of the plan
 * @throws Refusal `model-not-finite`
 * @source JCGM 101:2008, B.1 and B.2 (informative)
 * @example trialShares({ model: { inputs: ["a", "b"], outputs: [{ name: "y", at: 2 }], steps: [{ kind: "input", input: 0 }, { kind: "input", input: 1 }, { kind: "binary", operator: "+", a: 0, b: 1 }], places: [] }, distributions: [{ kind: "rectangular", x: 0, a: 3 }, { kind: "rectangular", x: 0, a: 4 }], seed: 1 }, 40960)[0].map(({ share }) => share) // → [0.36, 0.64] (3²/(3² + 4²) and 4²/(3² + 4²))
 */
export function trialShares(plan: TrialPlan, trials: number): readonly (readonly TrialShare[])[] {
  const fixed = plan.distributions.map((distribution): Distribution => ({ kind: "constant", x: centre(distribution) }));
  const alone = plan.distributions.map((distribution, i) => {
    const outputs = plan.model.outputs.map(() => 0);
    if (distribution.kind === "constant") return { own: 0, outputs };
    return spread(plan, fixed.with(i, distribution), i, trials);
  });
  return plan.model.outputs.map((_, k) => {
    const total = alone.reduce((sum, { outputs }) => sum + outputs[k]! ** 2, 0);
    return plan.model.inputs.map((input, i) => {
      const { own, outputs } = alone[i]!;
      const u = outputs[k]!;
      return { input, u, sensitivity: own > 0 ? u / own : null, share: total > 0 ? u ** 2 / total : 0 };
    });
  });
}

/** Standard deviations of an input and of the outputs in the same trials, so that their scatter cancels in the ratio. */
function spread(
  { model, seed, equations }: TrialPlan,
  distributions: readonly Distribution[],
  input: number,
  trials: number,
): { readonly own: number; readonly outputs: readonly number[] } {
  const plan = { model, distributions, seed, ...(equations ? { equations } : {}) };
  const drawn = {
    model: {
      inputs: model.inputs,
      outputs: [{ name: model.inputs[input]!, at: 0 }],
      steps: [{ kind: "input", input } as const],
      places: [{ formula: model.inputs[input]!, at: 0 }],
    },
    distributions,
    seed,
  };
  const { covariance } = jointSummary([...runTrials(plan, 0, trials), ...runTrials(drawn, 0, trials)]);
  const sizes = covariance.map((row, k) => Math.sqrt(row[k]!));
  return { own: sizes.at(-1)!, outputs: sizes.slice(0, -1) };
}
