import { maySign } from "@quanheng/flow/review/independence.ts";
import { today } from "../../china-time.ts";
import type { Context } from "../../context.ts";
import { refuse } from "../../refusals.ts";
import { issuedNumber } from "../../store/attestation.ts";
import { competencesOn, covers } from "../../store/competence.ts";
import type { Transaction } from "../../store/transaction.ts";
import type { DecisionFacts } from "../decision/decision-facts.ts";
import { requireCompetence } from "../determination/require-competence.ts";

/**
 * Lets only a signatory of that scope sign who neither measured nor reviewed, and only once.
 *
 * @throws Refusal `already-issued`, `tasks-open`, `not-permitted`, `not-independent`, `no-competence`
 * @source ISO/IEC 17025:2017, 7.8.1.1; ISO/IEC 17065:2012, 7.6.2
 */
export async function requireMaySign(tx: Transaction, context: Context, facts: DecisionFacts): Promise<void> {
  const { commission, laboratory, tasks, openTasks } = facts;
  const number = await issuedNumber(tx, commission.id, laboratory.id);
  if (number !== undefined) refuse("already-issued", { number });
  if (commission.state !== "in-progress" || tasks.length === 0) refuse("tasks-open", { count: openTasks });
  await requireIndependent(tx, context, facts);
}

/**
 * The same for a further document after the first one: the commission may have ended meanwhile, the rest holds as well.
 *
 * @throws Refusal `not-permitted`, `not-independent`, `no-competence`, `tasks-open`
 * @source ISO/IEC 17025:2017, 7.8.1.1 and 7.8.8
 */
export async function requireMaySignAgain(tx: Transaction, context: Context, facts: DecisionFacts): Promise<void> {
  await requireIndependent(tx, context, facts);
}

async function requireIndependent(tx: Transaction, context: Context, facts: DecisionFacts): Promise<void> {
  const { laboratory, tasks, enteredBy, reviewedBy, openTasks } = facts;
  const { personId, role } = context.actor;
  const own = await competencesOn(tx, {
    institutionId: laboratory.id,
    activity: "sign",
    day: today(context),
    personId,
  });
  const uncovered = tasks.find(({ task }) => !covers(own, task.definition));
  const person = { personId: personId ?? "", hasRole: role === "signatory", competent: uncovered === undefined };
  const allowance = maySign(person, { enteredBy, reviewedBy }, openTasks);
  if (allowance.allowed) return;
  switch (allowance.reason) {
    case "not-the-role":
      return refuse("not-permitted", { role });
    case "entered-readings":
      return refuse("not-independent", { ...SIGNING, part_zh: "读数录入", part_en: "you entered readings" });
    case "reviewed":
      return refuse("not-independent", { ...SIGNING, part_zh: "审核", part_en: "you reviewed results" });
    case "no-competence":
      return requireCompetence(tx, context, "sign", uncovered!.definition);
    case "nothing-to-review":
    case "tasks-open":
      return refuse("tasks-open", { count: openTasks });
  }
}

const SIGNING = { activity_zh: "签发", activity_en: "signature" };
