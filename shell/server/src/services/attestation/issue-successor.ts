import type { AttestationDetail, SuccessorBody } from "@quanheng/contract/schemas/attestation.ts";
import { reportSnapshot } from "@quanheng/flow/attestation/build-snapshot.ts";
import { canonicalJson } from "@quanheng/formats/bytes/canonical-json.ts";
import type { ReportSnapshot } from "@quanheng/formats/report/snapshot.ts";
import type { z } from "zod";
import type { Context } from "../../context.ts";
import { refuse } from "../../refusals.ts";
import { relatedDocuments } from "../../store/attestation.ts";
import { personNames } from "../../store/names.ts";
import type { Transaction } from "../../store/transaction.ts";
import { chosenDocument } from "../decision/document-kind.ts";
import { reportFacts } from "../decision/report-facts.ts";
import { requirePrintable } from "../selection/require-printable.ts";
import { documentStyle } from "./document-style.ts";
import { type Earlier, type Frame, type Further, issueAfter } from "./issue-after.ts";
import type { IssuingDesk } from "./make-documents.ts";

export type SuccessorOrder = z.infer<typeof SuccessorBody>;

/**
 * Amends, replaces or supplements a document of the own institution by a new one, which names the old one with its hash.
 *
 * Everything stays as it was frozen but what the order changes: what the client corrected, a further remark, or the results
 * as they are recorded now.
 *
 * @throws Refusal those of `issueAfter`, `not-printable`, `nothing-changed`
 * @source ISO/IEC 17025:2017, 7.8.8
 */
export async function issueSuccessor(
  context: Context,
  desk: IssuingDesk,
  id: string,
  order: SuccessorOrder,
): Promise<AttestationDetail> {
  requirePrintable({ zh: "更改原因", en: "Reason" }, order.reason);
  requirePrintable({ zh: "报告说明", en: "Statement" }, order.statement);
  requirePrintable({ zh: "批号", en: "Lot number" }, order.lotNumber);
  requirePrintable({ zh: "样品名称", en: "Item" }, order.itemName && `${order.itemName.zh} ${order.itemName.en}`);
  return issueAfter(context, desk, id, order.reauthentication, (tx, earlier) => successor(tx, context, earlier, order));
}

async function successor(tx: Transaction, context: Context, earlier: Earlier, order: SuccessorOrder): Promise<Further> {
  const { facts, snapshot: old } = earlier;
  const now = order.fromRecords ? await recorded(tx, context, earlier) : old;
  const changed = corrected(now, order);
  const later = (await relatedDocuments(tx, earlier.id)).filter((each) => each.later);
  if (canonicalJson(changed) === canonicalJson(old)) refuse("nothing-changed", { number: old.number });
  return {
    // There may be several supplements; a broken attempt takes the number of its place again.
    purpose: `after ${earlier.id} ${later.length}`,
    relation: order.relation,
    reason: order.reason,
    verdicts: [...facts.verdicts],
    markets: facts.decided.markets,
    snapshot: (frame: Frame) => ({
      ...changed,
      ...frame,
      persons: [
        ...changed.persons.filter(({ role }) => role !== "signatory"),
        { role: "signatory", name: context.actor.name ?? refuse("not-signed-in") },
      ],
      replaces: {
        number: old.number,
        sha256: earlier.pdf_sha256,
        relation: order.relation,
        reason: { zh: order.reason, en: order.reason },
      },
    }),
  };
}

/** The old document with what was corrected and added. */
function corrected(old: ReportSnapshot, { itemName, lotNumber, statement }: SuccessorOrder): ReportSnapshot {
  return {
    ...old,
    item: { ...old.item, ...(itemName ? { name: itemName } : {}), ...(lotNumber === null ? {} : { lotNumber }) },
    statements: [...old.statements, ...(statement === null ? [] : [{ zh: statement, en: statement }])],
  };
}

/** The document as the records give it now, of the same kind, under the old number. */
async function recorded(tx: Transaction, context: Context, { facts, snapshot }: Earlier): Promise<ReportSnapshot> {
  const { verification, inspection, kind } = snapshot;
  const choice = kind && {
    kind,
    validUntil: verification?.validUntil ?? null,
    accuracyClass: verification?.accuracyClass ?? "",
    nextOn: inspection?.nextOn ?? null,
    findings: inspection?.findings.map(({ zh }) => zh).join("\n") ?? "",
  };
  const people = await personNames(tx, [...facts.enteredBy, ...facts.reviewedBy]);
  const style = await documentStyle(tx, facts.commission.id, facts.laboratory.id);
  const { number, gdti, verifyUrl, issuedAt, demonstration, issuer } = snapshot;
  return reportSnapshot(
    reportFacts(
      facts,
      {
        number,
        gdti,
        verifyUrl,
        issuedAt: new Date(issuedAt),
        demonstration,
        signatory: context.actor.name ?? refuse("not-signed-in"),
        contact: issuer.contact,
        remarks: [],
        document: chosenDocument(facts, choice || undefined),
        photos: snapshot.photos ?? [],
        ...style,
      },
      people,
    ),
  );
}
