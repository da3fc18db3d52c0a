import { decimal, toNumber } from "@quanheng/kernel/decimal.ts";
import { normalQuantile } from "@quanheng/kernel/distributions.ts";
import type { IntervalLimit } from "../../selection/limit.ts";
import type { Prior } from "./prior.ts";
import type { Process } from "./rule.ts";

/**
 * The distribution of the process that a rule names, for one limit. A reliability is read as the share of a normal
 * process, centred in the two limits, that lies within them: σ₀ = half width / z_{(1 + r)/2}.
 *
 * @returns undefined where a reliability meets a limit with one side only
 * @example priorOf({ kind: "reliability", inTolerance: "0.95" }, { kind: "interval", min: "-1", max: "1" }) // → { kind: "normal", mean: 0, sd: 0.5102 } (1/z_0.975 = 1/1.95996)
 * @example priorOf({ kind: "reliability", inTolerance: "0.95" }, { kind: "interval", max: "10" }) // → undefined (one side only)
 * @source JCGM 106:2012, 9.5 and annex B; NCSLI RP-19
 */
export function priorOf(process: Process, { min, max }: IntervalLimit): Prior | undefined {
  if (process.kind === "normal") return { kind: "normal", mean: Number(process.mean), sd: Number(process.sd) };
  if (min === undefined || max === undefined) return undefined;
  const [lower, upper] = [toNumber(decimal(min)), toNumber(decimal(max))];
  return {
    kind: "normal",
    mean: 0.5 * (lower + upper),
    sd: (0.5 * (upper - lower)) / normalQuantile(0.5 + 0.5 * Number(process.inTolerance)),
  };
}
