import { prepareModel } from "@quanheng/kernel/model/tape.ts";
import { runAdaptive } from "@quanheng/kernel/montecarlo/adaptive.ts";
import { planTrials } from "@quanheng/kernel/montecarlo/plan.ts";

/**
 * A program of its own: the adaptive procedure over ten million trials, then the most memory that the process had, in
 * kilobytes, on standard output. An input without standard deviation keeps the procedure from ending sooner.
 */
const TRIALS = 10_000_000;

const model = prepareModel({ y: "a*b + c" }, ["a", "b", "c"]);
const plan = planTrials(
  model,
  {
    a: { kind: "normal", x: 1, u: 0.1 },
    b: { kind: "rectangular", x: 2, a: 0.1 },
    c: { kind: "t", x: 0, scale: 0.1, dof: 1 },
  },
  20_261_125,
);
const [y] = runAdaptive(plan, { probability: 0.95, digits: 2, mostTrials: TRIALS });
if (y?.trials !== TRIALS) throw new Error(`${y?.trials} trials in place of ${TRIALS}`);
process.stdout.write(String(process.resourceUsage().maxRSS));
