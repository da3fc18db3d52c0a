import { needWhole } from "../laboratory/finite.ts";
import { acceptanceProbability } from "./acceptance-probability.ts";
import type { AttributeScheme } from "./attribute-plan.ts";
import { attributePlan, tighterAcceptance } from "./attribute-plan.ts";
import type { AttributeTables, Severity } from "./attribute-tables.ts";
import { type Stage, stagedCharacteristic } from "./staged-plan.ts";
import { type SwitchingCharacteristic, switchingCharacteristic } from "./switching-chain.ts";

/** One point of the curves of a plan: OC, ASN and AOQ, ready to plot. */
export type CurvePoint = {
  /** Share of nonconforming items, or nonconformities per item. */
  readonly quality: number;
  readonly acceptance: number;
  readonly sampleNumber: number;
  /** Average outgoing quality where lots that are not accepted are sorted. */
  readonly outgoing: number;
};

/**
 * The curves of a single, double or multiple plan. A single plan is one stage with Re = Ac + 1.
 *
 * AOQ = p Σ P(accepted by stage j)·(N − n₁ − … − n_j)/N; without a lot size the samples are negligible.
 *
 * @param qualities shares of nonconforming items, or nonconformities per item [1]
 * @example samplingCurves([{ n: 1, acceptance: 0, rejection: 1 }], [0.1]) // → [{ acceptance: 0.900, sampleNumber: 1, outgoing: 0.0900 }] (1 − 0.1; 0.1·0.9)
 * @throws Refusal `outside-domain` for stages that are none, or samples that together exceed the lot
 * @source ISO 2859-1:1999, clause 12
 */
export function samplingCurves(
  stages: readonly Stage[],
  qualities: readonly number[],
  model: "process" | "nonconformities" = "process",
  lotSize = Infinity,
): readonly CurvePoint[] {
  const drawn = stages.map((_, at) => stages.slice(0, at + 1).reduce((sum, { n }) => sum + n, 0));
  if (lotSize !== Infinity) needWhole("lotSize", lotSize, drawn.at(-1) ?? 1);
  return qualities.map((quality) => {
    const { acceptance, sampleNumber, acceptedAt } = stagedCharacteristic(stages, quality, model);
    const passed = acceptedAt.reduce((sum, chance, at) => sum + chance * (1 - (drawn[at] ?? 0) / lotSize), 0);
    return { quality, acceptance, sampleNumber, outgoing: quality * passed };
  });
}

/**
 * The long-run characteristic of a scheme of single plans with its switching rules at one quality level, for lots of
 * one
 * size and a process that may be reduced.
 *
 * @example schemeCharacteristic({ aql: ["0.65", "1.0"], levels: ["II"], lots: [{ from: 1201, to: 3200, letters: "K" }], plans: { normal: [{ letter: "K", n: 125, cells: "2 3" }], tightened: [{ letter: "K", n: 125, cells: "1 2" }], reduced: [{ letter: "K", n: 50, cells: "1 2" }] } }, { level: "II", aql: "1.0", counting: "nonconforming-items" }, 2000, 0) // → { acceptance: 1, sampleNumber: 50, shares: { normal: 0, tightened: 0, reduced: 1 } } (without nonconforming items inspection ends up reduced: GB/T 2828.1-2012, table 2-C, 50 items)
 * @throws Refusal as `attributePlan` and `acceptanceProbability`
 * @source GB/T 2828.1-2012 (ISO 2859-1:1999), 9.3
 */
export function schemeCharacteristic(
  tables: AttributeTables,
  scheme: AttributeScheme,
  lotSize: number,
  quality: number,
): SwitchingCharacteristic {
  const model = scheme.counting === "nonconformities" ? "nonconformities" : "process";
  const of = (severity: Severity) => {
    const { sampleSize: n, acceptance } = attributePlan(tables, lotSize, scheme, severity);
    return { n, acceptance, probability: acceptanceProbability({ n, acceptance }, quality, model) };
  };
  const plain = (severity: Severity) => {
    const { n, probability } = of(severity);
    return { acceptance: probability, sampleNumber: n };
  };
  const { n, acceptance, probability } = of("normal");
  const { letter } = attributePlan(tables, lotSize, scheme, "normal");
  const tighter = acceptance < 2 ? acceptance : tighterAcceptance(tables, letter, scheme, "normal");
  const gain =
    acceptance < 2
      ? probability
      : tighter === undefined
        ? 0
        : acceptanceProbability({ n, acceptance: tighter }, quality, model);
  return switchingCharacteristic({
    normal: plain("normal"),
    tightened: plain("tightened"),
    reduced: plain("reduced"),
    gain: { probability: gain, points: acceptance < 2 ? 2 : 3 },
  });
}
