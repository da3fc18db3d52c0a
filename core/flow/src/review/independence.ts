import type { Bilingual } from "@quanheng/kernel/bilingual.ts";

/** Who took part in what, by person id. */
export type Participation = {
  /** Everybody who entered readings of the task or, for a decision, of any task of the laboratory's part. */
  readonly enteredBy: readonly string[];
  /** Everybody who reviewed the task or, for a decision, any task of the laboratory's part. */
  readonly reviewedBy: readonly string[];
};

export type Candidate = {
  readonly personId: string;
  /** The person holds the role that the step needs, at this laboratory. */
  readonly hasRole: boolean;
  /** The person is authorised for this activity and method on the day. */
  readonly competent: boolean;
};

export type Allowance = { readonly allowed: true } | { readonly allowed: false; readonly reason: IndependenceReason };

/** Why a person may not take a step. */
export type IndependenceReason =
  | "not-the-role"
  | "no-competence"
  | "entered-readings"
  | "reviewed"
  | "nothing-to-review"
  | "tasks-open";

/**
 * Whether a person may review the readings of a task: with role and competence, and never who entered any of them.
 *
 * @param awaitsReview whether there are readings to review
 * @example mayReview({ personId: "per-wang", hasRole: true, competent: true }, { enteredBy: ["per-li"], reviewedBy: [] }, true) // → { allowed: true } (somebody else entered them)
 * @example mayReview({ personId: "per-li", hasRole: true, competent: true }, { enteredBy: ["per-li"], reviewedBy: [] }, true) // → { allowed: false, reason: "entered-readings" } (four eyes)
 * @source ISO/IEC 17025:2017, 6.2.6 and 7.8.1.1
 */
export function mayReview(person: Candidate, { enteredBy }: Participation, awaitsReview: boolean): Allowance {
  if (!person.hasRole) return refused("not-the-role");
  if (enteredBy.includes(person.personId)) return refused("entered-readings");
  if (!person.competent) return refused("no-competence");
  return awaitsReview ? { allowed: true } : refused("nothing-to-review");
}

/**
 * Whether a person may decide on conformity and sign: a signatory of that scope who neither measured nor reviewed.
 *
 * @param openTasks tasks of the laboratory's part that are not approved yet
 * @example maySign({ personId: "per-wang", hasRole: true, competent: true }, { enteredBy: ["per-li"], reviewedBy: ["per-wang"] }, 0) // → { allowed: false, reason: "reviewed" } (who reviewed does not decide)
 * @example maySign({ personId: "per-zhao", hasRole: true, competent: true }, { enteredBy: ["per-li"], reviewedBy: ["per-wang"] }, 1) // → { allowed: false, reason: "tasks-open" } (one test is not approved)
 * @source ISO/IEC 17025:2017, 7.8.1.1; ISO/IEC 17065:2012, 7.6.2
 */
export function maySign(person: Candidate, { enteredBy, reviewedBy }: Participation, openTasks: number): Allowance {
  if (!person.hasRole) return refused("not-the-role");
  if (enteredBy.includes(person.personId)) return refused("entered-readings");
  if (reviewedBy.includes(person.personId)) return refused("reviewed");
  if (!person.competent) return refused("no-competence");
  return openTasks === 0 ? { allowed: true } : refused("tasks-open");
}

/** A decision is taken by signing it: the same independence holds. */
export const mayDecide = maySign;

function refused(reason: IndependenceReason): Allowance {
  return { allowed: false, reason };
}

const SENTENCES: Readonly<Record<IndependenceReason, Bilingual>> = {
  "not-the-role": { zh: "您当前的角色无权进行此操作。", en: "Your present role may not do this." },
  "no-competence": {
    zh: "您没有该方法此项活动的有效授权。",
    en: "You have no valid authorisation for this activity and method.",
  },
  "entered-readings": {
    zh: "读数中有您录入的，须由他人审核和签发（四眼原则）。",
    en: "You entered readings here; somebody else must review and sign (four-eyes rule).",
  },
  reviewed: {
    zh: "您审核过其中的结果，须由未参与测量和审核的人签发。",
    en: "You reviewed results here; whoever signs must have neither measured nor reviewed.",
  },
  "nothing-to-review": { zh: "目前没有待审核的读数。", en: "There are no readings to review now." },
  "tasks-open": {
    zh: "还有检测未通过审核，不能签发。",
    en: "Some tests are not approved yet, so nothing can be signed.",
  },
};

/**
 * Why a person may not take the step, in plain words; null where they may.
 *
 * @example allowanceSentence({ allowed: true }) // → null (nothing to say)
 * @example allowanceSentence({ allowed: false, reason: "nothing-to-review" }).en // → "There are no readings to review now." (the sentence of the reason)
 * @source ours: a step that is not allowed says why
 */
export function allowanceSentence(allowance: Allowance): Bilingual | null {
  return allowance.allowed ? null : SENTENCES[allowance.reason];
}
