import type { Evidence, EvidenceDraft } from "@quanheng/contract/schemas/planning.ts";
import type { CommissionDetail } from "@quanheng/contract/schemas/selection.ts";
import { today } from "../../china-time.ts";
import type { Context } from "../../context.ts";
import { refuse } from "../../refusals.ts";
import { recordAction } from "../../store/audit.ts";
import { changeCommission, findCommission } from "../../store/commission.ts";
import { deleteEvidence, type EvidenceRow, evidenceOf, insertEvidence } from "../../store/evidence.ts";
import { type Reference, readReference } from "../../store/reference.ts";
import { inTransaction, reading } from "../../store/transaction.ts";
import { commissionView } from "./commission-view.ts";
import { lockDraft } from "./commissions.ts";

/** So many reports are looked through in a contract review; more belong in a file of their own. */
const MOST = 50;

/** The reports that a client states, and the accreditation bodies that some market accepts. @throws Refusal `not-found` */
export async function listEvidence(context: Context, id: string): Promise<{ items: Evidence[]; bodies: string[] }> {
  return reading(context, async (tx) => {
    if (!(await findCommission(tx, id))) refuse("not-found");
    const reference = await readReference(tx);
    const rows = await evidenceOf(tx, id);
    return { items: rows.map((row) => evidenceView(row, reference)), bodies: bodiesOf(reference) };
  });
}

/**
 * States a report already held; plans made before no longer count.
 *
 * @throws Refusal `not-found`, `stale`, `not-a-draft`, `date-impossible`, `characteristic-unknown`, `too-much-evidence`
 */
export async function stateEvidence(
  context: Context,
  id: string,
  { version, evidence }: { version: number; evidence: EvidenceDraft },
): Promise<CommissionDetail> {
  return inTransaction(context, async (tx) => {
    const commission = await lockDraft(tx, id, version);
    if (evidence.issuedOn > today(context))
      refuse("date-impossible", {
        date: evidence.issuedOn,
        why_zh: "报告日期晚于今天",
        why_en: "a report cannot be dated in the future",
      });
    const { characteristics } = await readReference(tx);
    for (const each of evidence.characteristics)
      if (!characteristics.has(each.id)) refuse("characteristic-unknown", { characteristic: each.id });
    if ((await evidenceOf(tx, id)).length >= MOST) refuse("too-much-evidence", { most: MOST });

    const evidenceId = context.newId("evd");
    await insertEvidence(tx, {
      id: evidenceId,
      commission_id: id,
      enterprise_id: commission.enterprise_id,
      issuer: evidence.issuer,
      institution_id: evidence.institutionId,
      number: evidence.number,
      issued_on: evidence.issuedOn,
      method: evidence.method,
      accredited_by: evidence.accreditedBy,
      kind: evidence.kind ?? "full",
      sampled_by: evidence.sampledBy ?? null,
      characteristics: evidence.characteristics.map(({ value = null, ...each }) => ({ ...each, value })),
      stated_by: context.actor.personId ?? refuse("not-signed-in"),
      stated_at: context.now(),
    });
    await changeCommission(tx, id, {});
    await recordAction(tx, context, {
      action: "evidence.state",
      subject: evidenceId,
      commissionId: id,
      facts: { issuer: evidence.issuer, number: evidence.number, issuedOn: evidence.issuedOn },
    });
    return commissionView(tx, context, id);
  });
}

/** Takes a stated report back. @throws Refusal `not-found`, `stale`, `not-a-draft` */
export async function takeBackEvidence(
  context: Context,
  id: string,
  evidenceId: string,
  version: number,
): Promise<CommissionDetail> {
  return inTransaction(context, async (tx) => {
    await lockDraft(tx, id, version);
    if (!(await deleteEvidence(tx, id, evidenceId))) refuse("not-found");
    await changeCommission(tx, id, {});
    await recordAction(tx, context, {
      action: "evidence.take-back",
      subject: evidenceId,
      commissionId: id,
      facts: {},
    });
    return commissionView(tx, context, id);
  });
}

export function evidenceView(row: EvidenceRow, reference: Reference): Evidence {
  return {
    id: row.id as `evd-${string}`,
    issuer: row.issuer,
    institutionId: row.institution_id as `ins-${string}` | null,
    number: row.number,
    issuedOn: row.issued_on,
    method: row.method,
    accreditedBy: [...row.accredited_by],
    kind: row.kind,
    sampledBy: row.sampled_by,
    characteristics: row.characteristics.map(({ id, loq, U, value = null }) => ({
      id,
      name: reference.nameOf(id),
      unit: reference.characteristics.get(id)?.unit ?? null,
      loq,
      U,
      value,
    })),
    statedAt: row.stated_at.toISOString(),
  };
}

function bodiesOf({ acceptance }: Reference): string[] {
  const groups = acceptance.groups.flatMap(({ members }) => members.map(({ body }) => body));
  const own = acceptance.markets.flatMap(({ accreditation }) =>
    accreditation.mode === "accredited" ? accreditation.bodies : [],
  );
  return [...new Set([...groups, ...own])].sort();
}
