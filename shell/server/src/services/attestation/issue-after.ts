import type { AttestationDetail } from "@quanheng/contract/schemas/attestation.ts";
import type { SuccessorRelation } from "@quanheng/flow/attestation/report-parts.ts";
import type { AttestationEvent } from "@quanheng/flow/attestation/status.ts";
import { eventOnPredecessor } from "@quanheng/flow/attestation/successor.ts";
import type { ReportSnapshot } from "@quanheng/formats/report/snapshot.ts";
import { missingItems } from "@quanheng/formats/report/validate-report.ts";
import type { Context } from "../../context.ts";
import { refuse } from "../../refusals.ts";
import {
  type FrozenAttestation,
  findAttestation,
  frozenAttestation,
  insertStatus,
  lockAttestation,
  numberIssued,
} from "../../store/attestation.ts";
import { recordAction } from "../../store/audit.ts";
import { currentDecision, type Decision } from "../../store/decision.ts";
import { announce } from "../../store/outbox.ts";
import { inTransaction, reading, type Transaction } from "../../store/transaction.ts";
import { type DecisionFacts, decisionFacts } from "../decision/decision-facts.ts";
import { redeemReauthentication } from "../session/redeem-reauthentication.ts";
import { appendAllToLog, type LogAddition } from "./append-to-log.ts";
import { attestationView } from "./attestation-view.ts";
import { keepProof } from "./keep-proof.ts";
import { type IssuingDesk, makeDocuments, signingFacts } from "./make-documents.ts";
import { requireMaySignAgain } from "./may-sign.ts";
import { type Parties, recordIssue } from "./record-issue.ts";
import { type Identity, reportIdentity } from "./report-identity.ts";
import { statusEntry } from "./status-entry.ts";

/** A document of the own institution with everything that a further one is made of. */
export type Earlier = FrozenAttestation & { readonly status: AttestationEvent; readonly facts: DecisionFacts };

/** What the further document says, and what it does to the earlier one. */
export type Further = {
  /** Which identity it takes: a broken attempt takes the same one again. */
  readonly purpose: string;
  readonly relation: SuccessorRelation | null;
  /** What the public reads of the earlier document, where its state changes. */
  readonly reason: string;
  readonly verdicts: Decision["verdicts"];
  readonly markets: Decision["summary"]["markets"];
  snapshot(frame: Frame): ReportSnapshot;
};

/** What only issuing knows. */
export type Frame = Pick<ReportSnapshot, "number" | "gdti" | "verifyUrl" | "issuedAt">;

/**
 * Issues a further document on the strength of an earlier one of the acting institution. As `signAndIssue` does: check and
 * freeze, set and store, then everything commits together.
 *
 * @throws Refusal `not-found`, those of `requireMaySignAgain`, `status-ended`, `status-not-possible`, `report-incomplete`,
 * `already-issued`, `text-unprintable`, `reauthentication-needed`, `reauthentication-expired`, and those of `describe`
 * @source ISO/IEC 17025:2017, 7.8.8
 */
export async function issueAfter(
  context: Context,
  desk: IssuingDesk,
  id: string,
  reauthentication: string,
  describe: (tx: Transaction, earlier: Earlier) => Further | Promise<Further>,
): Promise<AttestationDetail> {
  const frozen = await inTransaction(context, async (tx) => {
    const earlier = await readEarlier(tx, context, id);
    const further = await describe(tx, earlier);
    if (further.relation) eventOnPredecessor(earlier.status, further.relation);
    const { commission, laboratory } = earlier.facts;
    const identity = await reportIdentity(tx, context, commission.id, laboratory, desk.names, further.purpose);
    if (await numberIssued(tx, identity.number)) refuse("already-issued", { number: identity.number });
    const snapshot = further.snapshot({ ...frameOf(identity), issuedAt: context.now().toISOString() });
    const missing = missingItems(snapshot);
    if (missing.length > 0) refuse("report-incomplete", { items: missing.map(({ item }) => item) });
    return { earlier, further, identity, snapshot };
  });
  const { earlier, further, identity, snapshot } = frozen;
  const documents = await makeDocuments(desk, {
    snapshot,
    statusIndex: identity.statusIndex,
    clientId: earlier.facts.commission.enterprise_id,
    signatory: context.actor.name ?? refuse("not-signed-in"),
  });
  const issued = await inTransaction(context, async (tx) => {
    // The earlier document is held until the end: what it became meanwhile decides.
    const locked = (await lockAttestation(tx, id)) ?? refuse("not-found");
    const { status } = (await findAttestation(tx, id)) ?? refuse("not-found");
    const event = further.relation ? eventOnPredecessor(status, further.relation) : null;
    if (further.relation === null && status !== earlier.status) refuse("shown-outdated");
    await redeemReauthentication(tx, context, reauthentication);
    const parties = partiesOf(earlier.facts);
    const last = await currentDecision(tx, locked.commission_id, locked.institution_id);
    const {
      id: newId,
      decisionId,
      addition,
    } = await recordIssue(tx, context, desk.names, {
      parties,
      identity,
      snapshot,
      documents,
      decision: {
        agreement_id: earlier.facts.agreement.id,
        rule: earlier.facts.agreement.decision_rule,
        verdicts: further.verdicts,
        summary: { markets: further.markets, shownSha256: documents.snapshotSha256 },
        supersedes: last?.id ?? null,
      },
      after: further.relation && { id, relation: further.relation },
    });
    const ending = event === null ? [] : [await endEarlier(tx, context, id, event, further.reason)];
    // The new document's entry comes first, so that the log never shows the old one ended with nothing in its place.
    const logIndex = await appendAllToLog(tx, context, desk.keys, [addition, ...ending]);
    await recordAction(tx, context, {
      action: "attestation.issue",
      subject: newId,
      commissionId: locked.commission_id,
      facts: {
        number: identity.number,
        decision: decisionId,
        meaning: "authorise-issue",
        after: locked.number,
        relation: further.relation ?? "certificate",
        reason: further.reason,
        pdfSha256: documents.pdf.sha256,
        logIndex,
        ...signingFacts(documents),
      },
    });
    await announce(tx, context, {
      topic: "attestation.issued",
      subject: newId,
      facts: { number: identity.number, after: locked.number },
    });
    return { id: newId, parties, logIndex };
  });
  await keepProof(context, desk, issued);
  const view = await reading(context, (tx) => attestationView(tx, context, issued.id));
  return { ...view, ...(documents.signing && { signing: documents.signing }) };
}

async function readEarlier(tx: Transaction, context: Context, id: string): Promise<Earlier> {
  const frozen = await frozenAttestation(tx, id);
  if (frozen === undefined || frozen.institution_id !== context.actor.partyId) return refuse("not-found");
  const { status } = (await findAttestation(tx, id)) ?? refuse("not-found");
  const facts = await decisionFacts(tx, context, frozen.commission_id, frozen.institution_id);
  await requireMaySignAgain(tx, context, facts);
  return { ...frozen, status, facts };
}

function frameOf({ number, gdti, verifyUrl }: Identity): Omit<Frame, "issuedAt"> {
  return { number, gdti, verifyUrl };
}

function partiesOf({ commission, laboratory }: DecisionFacts): Parties {
  return { commission_id: commission.id, institution_id: laboratory.id, enterprise_id: commission.enterprise_id };
}

/** The new state of the earlier document, and the entry that tells of it. */
async function endEarlier(
  tx: Transaction,
  context: Context,
  id: string,
  event: "amended" | "withdrawn",
  reason: string,
): Promise<LogAddition> {
  await insertStatus(tx, {
    id: context.newId("evt"),
    attestation_id: id,
    institution_id: context.actor.partyId ?? refuse("not-permitted", { role: context.actor.role }),
    status: event,
    reason,
    set_by: context.actor.personId ?? refuse("not-signed-in"),
    set_at: context.now(),
  });
  return { attestationId: id, event: await statusEntry(tx, context, id, event) };
}
