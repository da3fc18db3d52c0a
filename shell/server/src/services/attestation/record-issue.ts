import { publicView } from "@quanheng/flow/attestation/public-view.ts";
import { kindFacts, kindOf } from "@quanheng/flow/attestation/report-kind.ts";
import type { SuccessorRelation } from "@quanheng/flow/attestation/report-parts.ts";
import type { ReportSnapshot } from "@quanheng/formats/report/snapshot.ts";
import type { Context } from "../../context.ts";
import { refuse } from "../../refusals.ts";
import { insertAttestation, insertStatus } from "../../store/attestation.ts";
import { type Decision, insertDecision } from "../../store/decision.ts";
import { type DocumentRole, type DocumentRow, insertDocuments } from "../../store/document.ts";
import type { Transaction } from "../../store/transaction.ts";
import type { LogAddition } from "./append-to-log.ts";
import { MEDIA_TYPE } from "./attestations.ts";
import type { MadeDocuments } from "./make-documents.ts";
import type { PublicNames } from "./names.ts";
import type { Identity } from "./report-identity.ts";

/** Who a document concerns. */
export type Parties = {
  readonly commission_id: string;
  readonly institution_id: string;
  readonly enterprise_id: string;
};

export type IssueRecord = {
  readonly parties: Parties;
  readonly identity: Identity;
  readonly snapshot: ReportSnapshot;
  readonly documents: MadeDocuments;
  readonly decision: Pick<Decision, "agreement_id" | "rule" | "verdicts" | "summary" | "supersedes">;
  /** The document before, and how this one stands to it; null for one that follows none. */
  readonly after: { readonly id: string; readonly relation: SuccessorRelation } | null;
};

/**
 * Puts a decision, its statement, first state and documents on record, in the caller's transaction.
 *
 * @returns ids, and the entry that the log takes in the same transaction
 */
export async function recordIssue(
  tx: Transaction,
  context: Context,
  names: PublicNames,
  { parties, identity, snapshot, documents, decision, after }: IssueRecord,
): Promise<{ readonly id: string; readonly decisionId: string; readonly addition: LogAddition }> {
  const id = context.newId("att");
  const decisionId = context.newId("dec");
  const signatory = context.actor.personId ?? refuse("not-signed-in");
  const issuedAt = new Date(snapshot.issuedAt);
  await insertDecision(tx, {
    id: decisionId,
    ...parties,
    ...decision,
    decided_by: signatory,
    decided_at: issuedAt,
    meaning: "authorise-issue",
  });
  await insertAttestation(tx, {
    id,
    number: identity.number,
    gdti: identity.gdti,
    kind: kindOf(snapshot),
    ...parties,
    decision_id: decisionId,
    snapshot,
    snapshot_sha256: documents.snapshotSha256,
    public_view: publicView(snapshot),
    status_index: identity.statusIndex,
    replaces: after?.id ?? null,
    relation: after?.relation ?? null,
    issued_by: signatory,
    issued_at: issuedAt,
  });
  await insertStatus(tx, {
    id: context.newId("evt"),
    attestation_id: id,
    institution_id: parties.institution_id,
    status: "issued",
    // An issue needs no reason; later states always have one, which the public reads.
    reason: "",
    set_by: signatory,
    set_at: issuedAt,
  });
  await insertDocuments(
    tx,
    (["pdf", "credential", "snapshot"] as const).map((role) =>
      documentRow(context, id, parties, role, documents[role]),
    ),
  );
  const addition = {
    attestationId: id,
    event: {
      v: 1,
      event: "issue",
      id: snapshot.verifyUrl,
      type: kindFacts(kindOf(snapshot)).activity,
      issuer: names.institutionDid(parties.institution_id),
      issued: snapshot.issuedAt,
      docs: (["pdf", "credential"] as const).map((role) => ({ mt: MEDIA_TYPE[role], sha256: documents[role].sha256 })),
    },
  } as const;
  return { id, decisionId, addition };
}

export function documentRow(
  context: Context,
  attestationId: string,
  { institution_id, enterprise_id }: Parties,
  role: DocumentRole,
  { sha256, size }: { readonly sha256: string; readonly size: number },
): DocumentRow {
  return {
    id: context.newId("doc"),
    attestation_id: attestationId,
    institution_id,
    enterprise_id,
    role,
    media_type: MEDIA_TYPE[role],
    sha256,
    size,
    created_at: context.now(),
  };
}
