import type { Bilingual } from "@quanheng/kernel/bilingual.ts";
import { today } from "../../china-time.ts";
import type { Context } from "../../context.ts";
import { refuse } from "../../refusals.ts";
import { type Activity, competencesOn, covers, newestCompetence } from "../../store/competence.ts";
import type { Transaction } from "../../store/transaction.ts";

const ACTIVITIES = {
  test: { zh: "检测", en: "test by" },
  review: { zh: "审核", en: "review" },
  sign: { zh: "签字", en: "sign" },
  sample: { zh: "抽样", en: "sample for" },
} as const satisfies Record<Activity, Bilingual>;

/**
 * Insists that the acting person is authorised today for an activity by a method.
 *
 * @throws Refusal `no-competence` that says when the authorisation ended, begins, or that there never was one
 * @source ISO/IEC 17025:2017, 6.2.6
 */
export async function requireCompetence(
  tx: Transaction,
  context: Context,
  activity: Activity,
  { id: definition, title }: { readonly id: string; readonly title: Bilingual },
): Promise<void> {
  const { personId, partyId, name } = context.actor;
  if (personId === null || partyId === null) return refuse("not-signed-in");
  const day = today(context);
  if (covers(await competencesOn(tx, { institutionId: partyId, activity, day, personId }), definition)) return;
  const newest = await newestCompetence(tx, { institutionId: partyId, activity, personId, definition });
  const detail = detailOf(newest, day);
  const { zh, en } = ACTIVITIES[activity];
  refuse("no-competence", {
    person_zh: name?.zh ?? personId,
    person_en: name?.en ?? personId,
    method_zh: title.zh,
    method_en: title.en,
    activity_zh: zh,
    activity_en: en,
    detail_zh: detail.zh,
    detail_en: detail.en,
  });
}

/**
 * Why the acting person may not test by a method today, with the day on which their authorisation ended or begins;
 * what `requireCompetence` refuses, said before anything is typed.
 */
export async function whyNotAuthorised(
  tx: Transaction,
  context: Context,
  { id: definition, title }: { readonly id: string; readonly title: Bilingual },
): Promise<Bilingual> {
  const { personId, partyId } = context.actor;
  const newest =
    personId === null || partyId === null
      ? undefined
      : await newestCompetence(tx, { institutionId: partyId, activity: "test", personId, definition });
  const detail = detailOf(newest, today(context));
  return {
    zh: `您没有“${title.zh}”的有效检测授权（${detail.zh}）。请技术负责人授权。`,
    en: `You are not authorised to test by “${title.en}” (${detail.en}). Ask the technical manager for an authorisation.`,
  };
}

function detailOf(newest: { valid_from: string; valid_to: string } | undefined, day: string): Bilingual {
  if (!newest) return { zh: "从未授权", en: "never authorised" };
  if (newest.valid_to < day) return { zh: `已于 ${newest.valid_to} 到期`, en: `it ended on ${newest.valid_to}` };
  return { zh: `自 ${newest.valid_from} 起有效`, en: `it begins on ${newest.valid_from}` };
}
