import type { SampleView } from "@quanheng/contract/schemas/laboratory.ts";
import { digitalLink } from "@quanheng/formats/gs1/digital-link.ts";
import { type Names, personNames } from "../../store/names.ts";
import type { SampleListRow } from "../../store/sample.ts";
import type { Transaction } from "../../store/transaction.ts";

/** @param root address of the platform, see `publicRoot` */
export function sampleView(row: SampleListRow, people: Names, root: string): SampleView {
  return {
    id: row.id as SampleView["id"],
    number: row.number,
    commissionId: row.commission_id as SampleView["commissionId"],
    commissionNumber: row.commission_number,
    description: { zh: row.description_zh, en: row.description_en },
    lot: row.lot,
    quantity: row.quantity,
    unit: row.unit,
    state: row.state,
    digitalLink: digitalLink(root, row.key),
    createdAt: row.created_at.toISOString(),
    receipt: receiptView(row, people),
  };
}

/** The views of several samples, with the names of those who received them read at once. */
export async function sampleViews(
  tx: Transaction,
  rows: readonly SampleListRow[],
  root: string,
): Promise<SampleView[]> {
  const people = await personNames(
    tx,
    rows.map(({ received_by }) => received_by),
  );
  return rows.map((row) => sampleView(row, people, root));
}

function receiptView(row: SampleListRow, people: Names): SampleView["receipt"] {
  if (row.received_at === null || row.condition === null) return null;
  return {
    receivedAt: row.received_at.toISOString(),
    receivedBy: people(row.received_by),
    condition: row.condition,
    remarks: row.remarks,
    quantity: row.received_quantity ?? row.quantity,
    unit: row.received_unit ?? row.unit,
    temperatureC: row.temperature_c,
    photoFileId: row.photo_file_id as `fil-${string}` | null,
  };
}
