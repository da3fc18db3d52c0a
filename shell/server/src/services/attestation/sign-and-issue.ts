import type { AttestationDetail } from "@quanheng/contract/schemas/attestation.ts";
import { reportSnapshot } from "@quanheng/flow/attestation/build-snapshot.ts";
import type { ReportSnapshot } from "@quanheng/formats/report/snapshot.ts";
import { missingItems } from "@quanheng/formats/report/validate-report.ts";
import type { Context } from "../../context.ts";
import { refuse } from "../../refusals.ts";
import { issuedNumber, issuersOf } from "../../store/attestation.ts";
import { recordAction } from "../../store/audit.ts";
import { changeCommission, lockCommission } from "../../store/commission.ts";
import { personNames } from "../../store/names.ts";
import { announce } from "../../store/outbox.ts";
import { holdTasks } from "../../store/task-hold.ts";
import { inTransaction, reading, type Transaction } from "../../store/transaction.ts";
import { type DecisionFacts, decisionFacts } from "../decision/decision-facts.ts";
import { chosenDocument, type DocumentChoice } from "../decision/document-kind.ts";
import { reportFacts } from "../decision/report-facts.ts";
import { shownSha256 } from "../decision/signing.ts";
import { requirePrintable } from "../selection/require-printable.ts";
import { redeemReauthentication } from "../session/redeem-reauthentication.ts";
import { appendAllToLog, auditAnchor } from "./append-to-log.ts";
import { attestationView } from "./attestation-view.ts";
import { documentStyle } from "./document-style.ts";
import { keepProof } from "./keep-proof.ts";
import { type IssuingDesk, type MadeDocuments, makeDocuments, signingFacts } from "./make-documents.ts";
import { requireMaySign } from "./may-sign.ts";
import { type Parties, recordIssue } from "./record-issue.ts";
import { type Identity, reportIdentity } from "./report-identity.ts";
import { samplePhotos } from "./sample-photo.ts";

export type Signature = {
  readonly reauthentication: string;
  /** Hash of what the signatory was shown. */
  readonly shownSha256: string;
  readonly meaning: "authorise-issue";
  /** A remark that goes on the report; null for none. */
  readonly statement: string | null;
  /** The kind of the document with what it needs beside the results; absent means the usual kind, with nothing added. */
  readonly document?: DocumentChoice | undefined;
};

/**
 * Decides on conformity, signs and issues the report of the acting laboratory for a commission.
 *
 * First everything is checked and frozen, then the documents are set and stored without holding any lock, then decision,
 * statement, log entry, audit and announcement commit together or not at all. What a failure leaves behind is the
 * number, which the next attempt takes, and bytes that nothing points to.
 *
 * @throws Refusal `not-found`, those of `requireMaySign`, `shown-outdated`, `report-incomplete`, `not-printable`, `text-unprintable`,
 * `reauthentication-needed`, `reauthentication-expired`
 * @source ISO/IEC 17025:2017, 7.8.1.1, 7.8.2.1 and 7.8.6
 */
export async function signAndIssue(
  context: Context,
  desk: IssuingDesk,
  commissionId: string,
  signature: Signature,
): Promise<AttestationDetail> {
  requirePrintable({ zh: "报告说明", en: "Statement" }, signature.statement);
  requirePrintable({ zh: "发现的问题", en: "Findings" }, signature.document?.findings ?? null);
  const photos = await samplePhotos(context, desk, commissionId);
  const frozen = await inTransaction(context, (tx) => freeze(tx, context, desk, commissionId, signature, photos));
  const documents = await makeDocuments(desk, {
    snapshot: frozen.snapshot,
    statusIndex: frozen.identity.statusIndex,
    clientId: frozen.facts.commission.enterprise_id,
    signatory: nameOf(context),
  });
  const issued = await inTransaction(context, (tx) => commit(tx, context, desk, signature, frozen, documents));
  await keepProof(context, desk, issued);
  const view = await reading(context, (tx) => attestationView(tx, context, issued.id));
  return { ...view, ...(documents.signing && { signing: documents.signing }) };
}

type Frozen = {
  readonly facts: DecisionFacts;
  readonly identity: Identity;
  readonly snapshot: ReportSnapshot;
  readonly versions: string;
};

/** Checks who signs what, and freezes what the report will say under the number it gets here. */
async function freeze(
  tx: Transaction,
  context: Context,
  { names, demonstration }: IssuingDesk,
  commissionId: string,
  { shownSha256: shown, statement, document }: Signature,
  photos: NonNullable<ReportSnapshot["photos"]>,
): Promise<Frozen> {
  const laboratoryId = context.actor.partyId ?? refuse("not-permitted", { role: context.actor.role });
  const versions = await holdTasks(tx, commissionId, laboratoryId);
  const facts = await decisionFacts(tx, context, commissionId, laboratoryId);
  await requireMaySign(tx, context, facts);
  if (shownSha256(facts) !== shown) refuse("shown-outdated");
  const people = await personNames(tx, [...facts.enteredBy, ...facts.reviewedBy]);
  const identity = await reportIdentity(tx, context, commissionId, facts.laboratory, names);
  const snapshot = reportSnapshot(
    reportFacts(
      facts,
      {
        number: identity.number,
        gdti: identity.gdti,
        verifyUrl: identity.verifyUrl,
        issuedAt: context.now(),
        demonstration,
        signatory: nameOf(context),
        contact: `${names.origin}/library/institutions/${laboratoryId}`,
        remarks: statement === null ? [] : [{ zh: statement, en: statement }],
        document: chosenDocument(facts, document),
        photos,
        ...(await documentStyle(tx, commissionId, laboratoryId)),
      },
      people,
    ),
  );
  const missing = missingItems(snapshot);
  if (missing.length > 0) refuse("report-incomplete", { items: missing.map(({ item }) => item) });
  return { facts, identity, snapshot, versions };
}

type Issued = { readonly id: string; readonly parties: Parties; readonly logIndex: number };

/** The change itself. The commission's row keeps two signatories apart, the tasks' rows whoever would correct readings now. */
async function commit(
  tx: Transaction,
  context: Context,
  { names, keys }: IssuingDesk,
  signature: Signature,
  { facts, identity, snapshot, versions }: Frozen,
  documents: MadeDocuments,
): Promise<Issued> {
  const { commission, agreement, laboratory } = facts;
  const present = (await lockCommission(tx, commission.id)) ?? refuse("not-found");
  const number = await issuedNumber(tx, commission.id, laboratory.id);
  if (number !== undefined) refuse("already-issued", { number });
  if (present.state !== "in-progress" || (await holdTasks(tx, commission.id, laboratory.id)) !== versions)
    refuse("shown-outdated");
  await redeemReauthentication(tx, context, signature.reauthentication);

  const parties = partiesOf(facts);
  const { id, decisionId, addition } = await recordIssue(tx, context, names, {
    parties,
    identity,
    snapshot,
    documents,
    decision: {
      agreement_id: agreement.id,
      rule: agreement.decision_rule,
      verdicts: facts.verdicts,
      summary: { markets: facts.decided.markets, shownSha256: signature.shownSha256 },
      supersedes: null,
    },
    after: null,
  });
  await finishCommission(tx, context, facts);
  const logIndex = await appendAllToLog(tx, context, keys, [
    addition,
    ...(await auditAnchor(tx, context, names, commission.id)),
  ]);
  await recordAction(tx, context, {
    action: "attestation.issue",
    subject: id,
    commissionId: commission.id,
    facts: {
      number: identity.number,
      decision: decisionId,
      meaning: signature.meaning,
      shownSha256: signature.shownSha256,
      pdfSha256: documents.pdf.sha256,
      logIndex,
      ...signingFacts(documents),
    },
  });
  await announce(tx, context, { topic: "attestation.issued", subject: id, facts: { number: identity.number } });
  return { id, parties, logIndex };
}

function partiesOf({ commission, laboratory }: DecisionFacts): Parties {
  return { commission_id: commission.id, institution_id: laboratory.id, enterprise_id: commission.enterprise_id };
}

/** A commission is reported when the last of its laboratories has issued. */
async function finishCommission(tx: Transaction, context: Context, { commission, agreement }: DecisionFacts) {
  const issuers = await issuersOf(tx, commission.id);
  if (agreement.institution_ids.every((each) => issuers.includes(each)))
    await changeCommission(tx, commission.id, { state: "reported", reported_at: context.now() });
}

function nameOf({ actor }: Context) {
  return actor.name ?? refuse("not-signed-in");
}
