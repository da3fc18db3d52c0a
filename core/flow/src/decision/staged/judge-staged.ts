import { decimal } from "@quanheng/kernel/decimal.ts";
import { refuse } from "../refusals.ts";
import type { StagedRule, StagedStage } from "./criterion.ts";
import { holds, type Series } from "./holds.ts";

/** Results in the order in which the units were examined; with several series each unit has one result in each. */
export type StagedResults = readonly string[] | Readonly<Record<string, readonly string[]>>;

export type StagedVerdict = {
  readonly verdict: "pass" | "fail" | "undecided";
  /** The stage that decided, or the one that is asked for. */
  readonly stage: string;
  /** Units that still have to be examined for that stage; 0 where it decided. */
  readonly needed: number;
  /** Units that the verdict rests on. */
  readonly used: number;
};

/**
 * Judges what has been examined so far, stage by stage. A stage that accepts ends it; where one does not and a further
 * stage follows, the verdict is `undecided` and says how many units are needed.
 *
 * @example judgeStaged({ stages: [{ label: "S1", total: 1, accept: { kind: "each", min: "85" } }, { label: "S2", total: 2, accept: { kind: "mean", min: "80" } }] }, ["82"]) // → { verdict: "undecided", stage: "S2", needed: 1, used: 1 } (82 < 85, one more is asked for)
 * @example judgeStaged({ stages: [{ label: "S1", total: 1, accept: { kind: "each", min: "85" } }, { label: "S2", total: 2, accept: { kind: "mean", min: "80" } }] }, ["82", "78"]) // → { verdict: "pass", stage: "S2", needed: 0, used: 2 } (the mean is 80)
 * @throws Refusal `malformed-rule` for stages that do not grow, more units than the last stage has, series of different
 *   length, or results that are no numbers (`not-a-number`)
 * @source USP <711> and <905>, ChP 2020 0931 and 0941 (recalled)
 */
export function judgeStaged(rule: StagedRule, results: StagedResults): StagedVerdict {
  checkStages(rule.stages);
  const series = seriesOf(results);
  const count = countOf(series);
  const last = rule.stages.at(-1);
  if (last && count > last.total) refuse("malformed-rule", { problem: "units", given: count });
  for (const stage of rule.stages) {
    const { label, total, accept, goOn } = stage;
    if (count < total) return { verdict: "undecided", stage: label, needed: total - count, used: count };
    const examined: Series = new Map([...series].map(([point, values]) => [point, values.slice(0, total)]));
    if (holds(accept, examined)) return { verdict: "pass", stage: label, needed: 0, used: total };
    const over = stage === last || (goOn !== undefined && !holds(goOn, examined));
    if (over) return { verdict: "fail", stage: label, needed: 0, used: total };
  }
  return refuse("malformed-rule", { problem: "stages", given: rule.stages.length });
}

function seriesOf(results: StagedResults): Series {
  const named: readonly (readonly [string, readonly string[]])[] = isList(results)
    ? [["", results]]
    : Object.entries(results);
  return new Map(named.map(([point, values]) => [point, values.map(decimal)]));
}

function isList(results: StagedResults): results is readonly string[] {
  return Array.isArray(results);
}

function countOf(series: Series): number {
  const lengths = [...series.values()].map(({ length }) => length);
  const [first = 0] = lengths;
  return lengths.every((length) => length === first)
    ? first
    : refuse("malformed-rule", { problem: "units", given: lengths.join(", ") });
}

function checkStages(stages: readonly StagedStage[]): void {
  let before = 0;
  for (const { total } of stages) {
    if (!Number.isInteger(total) || total <= before || total > 10_000) {
      refuse("malformed-rule", { problem: "total", given: total });
    }
    before = total;
  }
}
