import type { Bilingual } from "@quanheng/kernel/bilingual.ts";
import { type Exclusion, type Judge, judgeOf } from "./coverage.ts";
import { whyCovered, whyNotCovered } from "./explain.ts";
import type { PlanInstance } from "./instance.ts";

/** One report already held beside one requirement on a characteristic that it tested. */
export type HeldAnswer = {
  readonly evidence: string;
  readonly requirement: string;
  /** Null when the report answers the requirement. */
  readonly exclusion: Exclusion | null;
  /** It answers only until a final report replaces it. */
  readonly provisional: boolean;
  readonly because: Bilingual;
};

/**
 * What each report already held answers and what not, with the reason either way.
 *
 * @example heldAnswers({ markets: [], requirements: [], evidence: [] }) // → [] (nothing is held)
 * @source ours: the statement of the planner is in the README of this folder
 */
export function heldAnswers(instance: PlanInstance, judge: Judge = judgeOf(instance)): readonly HeldAnswer[] {
  return instance.evidence.flatMap((report) =>
    instance.requirements.flatMap((requirement): HeldAnswer[] => {
      const one = { evidence: report.id, requirement: requirement.id };
      const judgement = judge(report, requirement);
      if (judgement.covers) {
        const provisional = judgement.provisional === true;
        return [{ ...one, exclusion: null, provisional, because: whyCovered(report.method, judgement) }];
      }
      const { exclusion } = judgement;
      if (exclusion.rule === "characteristic") return [];
      return [{ ...one, exclusion, provisional: false, because: whyNotCovered(report.method, exclusion) }];
    }),
  );
}
