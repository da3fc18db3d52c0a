import type { AttestationDetail, AttestationSummary } from "@quanheng/contract/schemas/attestation.ts";
import { nextEvents, standingOf } from "@quanheng/flow/attestation/status.ts";
import type { Bilingual } from "@quanheng/kernel/bilingual.ts";
import type { Context } from "../../context.ts";
import { mayDo } from "../../permissions.ts";
import { refuse } from "../../refusals.ts";
import {
  type AttestationRow,
  findAttestation,
  frozenAttestation,
  relatedDocuments,
  statusHistory,
} from "../../store/attestation.ts";
import { documentsOf } from "../../store/document.ts";
import { entriesOfAttestation } from "../../store/log.ts";
import { type Names, personNames } from "../../store/names.ts";
import type { Transaction } from "../../store/transaction.ts";
import { certifiableMarkets } from "./certifiable-markets.ts";

export function summaryView(row: AttestationRow, people: Names): AttestationSummary {
  return {
    id: row.id as AttestationSummary["id"],
    number: row.number,
    gdti: row.gdti,
    kind: row.kind,
    commissionId: row.commission_id as AttestationSummary["commissionId"],
    commissionNumber: row.commission_number,
    institutionName: row.institution_name,
    itemName: row.item_name,
    status: row.status,
    issuedAt: row.issued_at.toISOString(),
    issuedBy: people(row.issued_by),
    markets: row.markets.map(({ market, verdict, indicative }) => ({ market, verdict, indicative })),
    verifyUrl: row.verify_url,
  };
}

/** One statement with its documents and its history, as far as the reader may see it. @throws Refusal `not-found` */
export async function attestationView(tx: Transaction, context: Context, id: string): Promise<AttestationDetail> {
  const row = (await findAttestation(tx, id)) ?? refuse("not-found");
  const history = await statusHistory(tx, id);
  const people = await personNames(tx, [row.issued_by, ...history.map(({ set_by }) => set_by)]);
  const documents = await documentsOf(tx, id);
  const [issue] = await entriesOfAttestation(tx, id);
  const why = whyNotChange(row, context);
  return {
    ...summaryView(row, people),
    documents: documents.map(({ role, media_type, sha256, size }) => ({
      role,
      mediaType: media_type,
      sha256,
      size,
      href: `/api/attestations/${id}/documents/${role}`,
    })),
    statusHistory: history.map(({ status, reason, set_at, set_by }) => ({
      status,
      reason,
      at: set_at.toISOString(),
      by: people(set_by),
    })),
    logIndex: issue?.index ?? null,
    mayChangeStatus: { allowed: why === null, reason: why },
    related: (await relatedDocuments(tx, id)).map((each) => ({
      id: each.id as AttestationDetail["id"],
      number: each.number,
      relation: each.relation as AttestationDetail["related"][number]["relation"],
      later: each.later,
    })),
    certifiable: why === null && standingOf(row.status) === "valid" ? certifiableMarkets(await snapshotOf(tx, id)) : [],
  };
}

async function snapshotOf(tx: Transaction, id: string) {
  return ((await frozenAttestation(tx, id)) ?? refuse("not-found")).snapshot;
}

/** Why this reader cannot suspend, reinstate or withdraw the statement; null when they can. */
function whyNotChange({ institution_id, status }: AttestationRow, { actor }: Context): Bilingual | null {
  if (!mayDo(actor, "attestation.status"))
    return {
      zh: "只有签发机构的授权签字人可以更改状态。",
      en: "Only an authorised signatory of the issuer may change it.",
    };
  if (institution_id !== actor.partyId)
    return { zh: "这是另一机构签发的文件。", en: "Another institution issued this document." };
  if (nextEvents(status).length === 0)
    return { zh: "该文件已终止，其状态不再改变。", en: "The document has ended; its state stays." };
  return null;
}
