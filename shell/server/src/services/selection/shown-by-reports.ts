import type { CommissionDetail } from "@quanheng/contract/schemas/selection.ts";
import { issuedResult } from "@quanheng/flow/attestation/issued-results.ts";
import type { MeasuredResult } from "@quanheng/flow/decision/result.ts";
import { verdictViews } from "@quanheng/flow/decision/verdict-view.ts";
import { verdictsByMarket } from "@quanheng/flow/decision/verdicts-by-market.ts";
import type { AgreementRecord, FrozenTerms } from "../../store/agreement.ts";
import { frozenAttestation } from "../../store/attestation.ts";
import type { CommissionWork } from "../../store/commission-work.ts";
import type { Reference } from "../../store/reference.ts";
import type { Transaction } from "../../store/transaction.ts";
import { settlementOf } from "../determination/settled-rows.ts";
import { decidableRows } from "../determination/task-rows.ts";

type Shown = NonNullable<FrozenTerms["shown"]>[number];
type Report = Awaited<ReturnType<typeof frozenAttestation>>;

/**
 * The verdicts of issued results on the requirements of markets that were added after their report: decided again under
 * the agreed rule, without a new test. Where no report of the laboratory stands any more, they are undecided.
 */
export async function shownByReports(
  tx: Transaction,
  { commission_id, terms, requirements, decision_rule }: AgreementRecord,
  attestations: CommissionWork["attestations"],
  reference: Reference,
): Promise<CommissionDetail["shown"]> {
  const shown = terms.shown ?? [];
  if (shown.length === 0) return [];
  const reports = await standingReports(tx, attestations);
  const asked = new Set(shown.map(({ rowId }) => rowId));
  const { rows } = (await settlementOf(tx, commission_id))(requirements.filter(({ id }) => asked.has(id)));
  const results = shown.flatMap((each) => resultFor(each, reports.get(each.institutionId)));
  const decidable = decidableRows(rows);
  const { verdicts } = verdictsByMarket(decidable, results, decision_rule);
  return verdictViews(verdicts, decidable).flatMap((verdict) => {
    const by = shown.find(({ rowId }) => rowId === verdict.rowId);
    const report = by && reports.get(by.institutionId);
    const result = results.find(({ covers }) => covers?.includes(verdict.rowId));
    return {
      ...verdict,
      characteristicName: reference.nameOf(verdict.characteristic),
      reported: result?.reported ?? null,
      unit: result?.unit ?? null,
      report: report ? { id: report.id as `att-${string}`, number: report.snapshot.number } : null,
    };
  });
}

/** The newest report of each laboratory that stands, by laboratory. */
async function standingReports(tx: Transaction, attestations: CommissionWork["attestations"]) {
  const reports = new Map<string, NonNullable<Report>>();
  for (const { id, institution_id, status } of attestations) {
    if (status !== "issued") continue;
    const report = await frozenAttestation(tx, id);
    if (report && report.snapshot.results.length > 0) reports.set(institution_id, report);
  }
  return reports;
}

function resultFor({ rowId, characteristic, method }: Shown, report: Report): readonly MeasuredResult[] {
  const found = report?.snapshot.results.find(
    (each) => each.characteristic === characteristic && each.method === method,
  );
  return found ? [issuedResult(found, [rowId])] : [];
}
