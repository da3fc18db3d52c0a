import { reportNumber } from "@quanheng/flow/attestation/report-number.ts";
import { reportGdti, reportUrl } from "@quanheng/formats/report/gdti.ts";
import { today } from "../../china-time.ts";
import type { Context } from "../../context.ts";
import { refuse } from "../../refusals.ts";
import { nextNumber } from "../../store/commission.ts";
import type { InstitutionRow } from "../../store/institution.ts";
import { insertReportIdentity, lockReportIdentity, type ReportIdentityRow } from "../../store/report-identity.ts";
import { nextStatusIndex } from "../../store/status-list.ts";
import type { Transaction } from "../../store/transaction.ts";
import type { PublicNames } from "./names.ts";

/** Under what a report goes out; handed out before it is set, because the page shows it. */
export type Identity = {
  readonly number: string;
  readonly gdti: string;
  readonly verifyUrl: string;
  readonly statusIndex: number;
};

/**
 * The number of a laboratory's document for a commission, its GDTI and its place in the register of states.
 *
 * Handed out at the first attempt to sign and kept for the next ones, so that the series has no gaps; the year in it is
 * that of the first attempt.
 *
 * @param purpose what the document is for: the report of the commission, or a successor or certificate of another document
 * @throws Refusal `report-incomplete` for an institution without a GLN, from which its document type follows
 */
export async function reportIdentity(
  tx: Transaction,
  context: Context,
  commissionId: string,
  laboratory: InstitutionRow,
  { origin }: PublicNames,
  purpose = "report",
): Promise<Identity> {
  const of = { commission_id: commissionId, institution_id: laboratory.id, purpose };
  const kept = await lockReportIdentity(tx, of);
  if (kept) return identityOf(kept, origin);
  const code = reportCode(laboratory.id);
  const year = Number(today(context).slice(0, 4));
  // By code, not by institution: two whose codes are alike must not give out one number.
  const number = reportNumber({ code, year, sequence: await nextNumber(tx, "cluster", `report-${code}`, year) });
  const gdti = reportGdti(documentType(laboratory), number);
  const row = { ...of, number, gdti, status_index: await nextStatusIndex(tx) };
  await insertReportIdentity(tx, row);
  return identityOf(row, origin);
}

function identityOf({ number, gdti, status_index }: ReportIdentityRow, origin: string): Identity {
  return { number, gdti, verifyUrl: reportUrl(origin, gdti), statusIndex: status_index };
}

/** At most 7 characters, so that number and year fit a GDTI's serial: `ins-sugar` is `SUGAR`. */
function reportCode(institutionId: string): string {
  const code = institutionId.slice("ins-".length).toUpperCase().slice(0, 7);
  return /^[A-Z]/.test(code) ? code : `R${code.slice(0, 6)}`;
}

/**
 * The first 12 digits of the institution's GLN: company prefix and location, which no other party of the prefix uses as a
 * type of document. In a demonstration the prefix is 952, which GS1 keeps for examples.
 */
function documentType({ identifiers }: InstitutionRow): string {
  const gln = (identifiers as readonly { scheme: string; value: string }[]).find(
    ({ scheme }) => scheme === "GLN",
  )?.value;
  if (gln === undefined || !/^\d{13}$/.test(gln)) return refuse("report-incomplete", { items: "GLN" });
  return gln.slice(0, 12);
}
