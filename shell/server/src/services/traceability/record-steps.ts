import { digitalLink } from "@quanheng/formats/gs1/digital-link.ts";
import type { Id, IdKind } from "@quanheng/kernel/id.ts";
import { invariant } from "@quanheng/kernel/refusal.ts";
import type { Waiting } from "../../store/notification.ts";
import { insertEvents } from "../../store/traceability/event.ts";
import { actingFor, type Issue, issueOf, type Receipt, receiptOf } from "../../store/traceability/step.ts";
import type { Transaction } from "../../store/transaction.ts";
import { lotAddress } from "./lot-address.ts";
import { readEvent } from "./read-event.ts";

type Announced = Pick<Waiting, "topic" | "subject">;
type Hand = { readonly now: () => Date; readonly newId: <Kind extends IdKind>(kind: Kind) => Id<Kind> };

const ROOT = "https://id.gs1.org";
/** Names of ours in events: what a result is uncertain by, which sensor reports have no member for. */
const CONTEXT = ["https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld", { qi: "urn:x-quanheng:qi:" }];
/** Units of results as EPCIS names them. @source UN/ECE Recommendation 20 (recalled) */
const UNITS: Readonly<Record<string, string>> = { "%": "P1", "mg/kg": "NA", "g/kg": "GK", "uS/cm": "H61" };

/**
 * Records for the client what happened to its lot: that a sample of it arrived at a laboratory, and that a report about it
 * was issued. The events are the client's, who alone decides with whom to share them; what was recorded before is not
 * recorded again.
 *
 * @returns what went wrong, which keeps no notice back
 */
export async function recordSteps(owner: Transaction, announced: readonly Announced[], hand: Hand): Promise<unknown[]> {
  const failures: unknown[] = [];
  for (const { topic, subject } of announced) {
    try {
      if (topic === "sample.received") {
        const found = await receiptOf(owner, subject);
        if (found) await record(owner, hand, found, sampling(found));
      } else if (topic === "attestation.issued") {
        const found = await issueOf(owner, subject);
        if (found) await record(owner, hand, found, inspecting(found));
      }
    } catch (error) {
      failures.push(error);
    }
  }
  return failures;
}

async function record(
  owner: Transaction,
  hand: Hand,
  { enterprise_id }: Receipt | Issue,
  event: object,
): Promise<void> {
  const read = readEvent(JSON.stringify(event), CONTEXT, null);
  invariant(read.ok, `an event of the platform's own is right (${JSON.stringify(read)})`);
  const of = { partyId: enterprise_id, captureId: hand.newId("cap"), recordTime: hand.now() };
  await actingFor(owner, enterprise_id, async () => {
    await insertEvents(owner, of, [read.event]);
  });
}

function happened({ enterprise_id, item, identifiers, at }: Receipt | Issue): object {
  const gln = identifiers.find(({ scheme }) => scheme === "GLN")?.value;
  const place = gln === undefined ? undefined : { id: digitalLink(ROOT, { ai: "414", value: gln }) };
  return {
    type: "ObjectEvent",
    eventTime: at.toISOString(),
    eventTimeZoneOffset: "+08:00",
    action: "OBSERVE",
    quantityList: [{ epcClass: lotAddress(enterprise_id, item) }],
    ...(place && { readPoint: place }),
  };
}

function sampling(receipt: Receipt): object {
  return { ...happened(receipt), epcList: [digitalLink(ROOT, receipt.sample)], bizStep: "sampling" };
}

function inspecting(issue: Issue): object {
  const report = digitalLink(ROOT, { ai: "253", value: issue.gdti });
  const sensorReport = issue.snapshot.results.flatMap(({ characteristic, reported, unit, expanded, k }) => {
    const value = /^-?\d+(\.\d+)?$/.test(reported) ? Number(reported) : undefined;
    if (value === undefined) return [];
    return [
      {
        ...{ type: `urn:x-quanheng:characteristic:${encodeURIComponent(characteristic)}`, value },
        ...(UNITS[unit] !== undefined && { uom: UNITS[unit] }),
        "qi:unit": unit,
        ...(expanded !== null && { "qi:expandedUncertainty": expanded }),
        ...(expanded !== null && k !== null && { "qi:coverageFactor": k }),
      },
    ];
  });
  return {
    ...happened(issue),
    bizStep: "inspecting",
    bizTransactionList: [{ type: "testres", bizTransaction: report }],
    certificationInfo: report,
    ...(sensorReport.length > 0 && { sensorElementList: [{ sensorReport }] }),
  };
}
