import type { Permission } from "@quanheng/contract/permission.ts";
import type { CommissionDetail } from "@quanheng/contract/schemas/selection.ts";
import type { Bilingual } from "@quanheng/kernel/bilingual.ts";
import type { Context } from "../../context.ts";
import { mayDo } from "../../permissions.ts";
import type { Commission } from "../../store/commission.ts";
import type { CommissionWork } from "../../store/commission-work.ts";

type Action = {
  readonly action: string;
  readonly permission: Permission;
  readonly unless: (commission: Commission, work: Standing, context: Context) => Bilingual | null;
};
/** What has become of a commission, and whether a further agreement waits, for anybody or for the reader's own house. */
type Standing = CommissionWork & { readonly awaits: boolean; readonly awaitsOwn: boolean };

const inDraft = ({ state }: Commission): Bilingual | null =>
  state === "draft" ? null : { zh: "委托已提交，不能再改。", en: "It was submitted and can no longer be changed." };

/** What can be done with a commission, each with the reason why not. */
const ACTIONS: readonly Action[] = [
  { action: "edit", permission: "commission.create", unless: inDraft },
  { action: "plan", permission: "commission.plan", unless: inDraft },
  { action: "agree", permission: "commission.agree", unless: inDraft },
  { action: "cancel", permission: "commission.cancel", unless: whyNotCancel },
  {
    action: "add-markets",
    permission: "commission.agree",
    unless: ({ state }, { awaits }) => {
      if (awaits)
        return { zh: "上次增加的市场还在等待受理。", en: "The markets added last still await the laboratories." };
      return state === "agreed" || state === "in-progress"
        ? null
        : { zh: "只有进行中的委托可以增加市场。", en: "Markets are added to a commission under way." };
    },
  },
  {
    action: "review-contract",
    permission: "contract.review",
    unless: ({ state }, { reviews, awaitsOwn }, { actor }) => {
      if (awaitsOwn) return null;
      if (state !== "submitted") return { zh: "不在合同评审阶段。", en: "It does not await a contract review." };
      return reviews.some(({ institution_id }) => institution_id === actor.partyId)
        ? { zh: "贵实验室已评审。", en: "Your laboratory has reviewed it." }
        : null;
    },
  },
  {
    action: "sign",
    permission: "attestation.sign",
    unless: (_, { tasks, attestations }, { actor }) => {
      if (attestations.some(({ institution_id }) => institution_id === actor.partyId))
        return { zh: "报告已签发。", en: "The report is issued." };
      const own = tasks.filter(
        ({ institution_id, state }) => institution_id === actor.partyId && state !== "cancelled",
      );
      const open = own.filter(({ state }) => state !== "approved").length;
      if (own.length === 0)
        return { zh: "尚未受理，还没有检测任务。", en: "It is not accepted yet; there are no tests." };
      if (open === 0) return null;
      return { zh: `还有 ${open} 项检测未通过审核。`, en: `${open} tests are not approved yet.` };
    },
  },
];

export function actionsOf(context: Context, commission: Commission, work: Standing): CommissionDetail["actions"] {
  return ACTIONS.filter(({ permission }) => mayDo(context.actor, permission)).map(({ action, unless }) => {
    const reason = unless(commission, work, context);
    return { action, allowed: reason === null, reason };
  });
}

/** A commission can be cancelled until a sample has arrived. */
export function whyNotCancel({ state }: Commission, { samples }: CommissionWork): Bilingual | null {
  if (state === "declined" || state === "cancelled" || state === "reported" || state === "closed")
    return { zh: "委托已结束。", en: "It has ended." };
  return samples.some(({ received_at }) => received_at !== null)
    ? { zh: "样品已接收，请与实验室联系。", en: "A sample has been received; please talk to the laboratory." }
    : null;
}
