import { type Selectable, sql } from "kysely";
import { cursorOf, instantCursor, type PageAsk, type PageOf, pageOf } from "./page.ts";
import { asJson } from "./tables/column.ts";
import type { Tables } from "./tables.ts";
import type { Transaction } from "./transaction.ts";

/** The GS1 key on the label: application identifier and value. */
export type SampleKey = { readonly ai: string; readonly value: string };
export type Sample = Omit<Selectable<Tables["sample"]>, "key"> & { readonly key: SampleKey };
export type SampleReceipt = Selectable<Tables["sample_receipt"]>;
/** A sample with its commission's number and state and with the receipt that holds: the newest. */
export type SampleListRow = Sample & {
  readonly commission_number: string;
  readonly commission_state: Tables["commission"]["state"];
  readonly receipt_id: string | null;
  readonly received_at: Date | null;
  readonly received_by: string | null;
  readonly condition: SampleReceipt["condition"] | null;
  readonly remarks: string | null;
  readonly received_quantity: string | null;
  readonly received_unit: string | null;
  readonly temperature_c: string | null;
  readonly photo_file_id: string | null;
};

export type SampleFilter = PageAsk & {
  readonly state?: Sample["state"] | undefined;
  readonly text?: string | undefined;
  readonly commissionId?: string | undefined;
};

export async function insertSamples(tx: Transaction, samples: readonly Sample[]): Promise<void> {
  if (samples.length === 0) return;
  await tx
    .insertInto("sample")
    .values(samples.map((sample) => ({ ...sample, key: asJson(sample.key) })))
    .execute();
}

/** Locks the row of a sample of the laboratory until the transaction ends. */
export async function lockSample(
  tx: Transaction,
  id: string,
  institutionId: string | null,
): Promise<Sample | undefined> {
  const row = await tx
    .selectFrom("sample")
    .selectAll()
    .where("id", "=", id)
    .where("institution_id", "=", institutionId ?? "")
    .forNoKeyUpdate()
    .executeTakeFirst();
  return row as Sample | undefined;
}

/** Moves a sample that is in one state into another; one in any other state stays, and its row is not held. */
export async function moveSample(
  tx: Transaction,
  id: string,
  from: Sample["state"],
  to: Sample["state"],
): Promise<void> {
  await tx.updateTable("sample").set({ state: to }).where("id", "=", id).where("state", "=", from).execute();
}

export async function insertReceipt(tx: Transaction, receipt: SampleReceipt): Promise<void> {
  await tx.insertInto("sample_receipt").values(receipt).execute();
}

/** The receipt of a sample that holds. */
export async function currentReceipt(tx: Transaction, sampleId: string): Promise<SampleReceipt | undefined> {
  return tx
    .selectFrom("sample_receipt")
    .selectAll()
    .where("sample_id", "=", sampleId)
    .orderBy("received_at", "desc")
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();
}

export async function findSample(tx: Transaction, id: string): Promise<SampleListRow | undefined> {
  return (await samples(tx).where("sample.id", "=", id).executeTakeFirst()) as SampleListRow | undefined;
}

/** The sample with one of these numbers. */
export async function findSampleByNumber(
  tx: Transaction,
  numbers: readonly string[],
): Promise<SampleListRow | undefined> {
  if (numbers.length === 0) return undefined;
  return (await samples(tx)
    .where("sample.number", "in", [...numbers])
    .limit(1)
    .executeTakeFirst()) as SampleListRow | undefined;
}

/** The undivided sample of a commission at a laboratory. */
export async function sampleOfCommission(
  tx: Transaction,
  commissionId: string,
  institutionId: string,
): Promise<SampleListRow | undefined> {
  return (await samples(tx)
    .where("sample.commission_id", "=", commissionId)
    .where("sample.institution_id", "=", institutionId)
    .where("sample.part_of", "is", null)
    .orderBy("sample.number")
    .limit(1)
    .executeTakeFirst()) as SampleListRow | undefined;
}

/** The parts into which a sample was divided, in the order of their numbers. */
export async function partsOf(tx: Transaction, id: string): Promise<readonly SampleListRow[]> {
  return (await samples(tx)
    .where("sample.part_of", "=", id)
    .orderBy("sample.number")
    .execute()) as unknown as readonly SampleListRow[];
}

/** Samples of a party, newest first. */
export async function samplePage<Item>(
  tx: Transaction,
  party: { readonly kind: "institution" | "enterprise" | null; readonly id: string | null },
  ask: SampleFilter,
  item: (row: SampleListRow) => Item,
): Promise<PageOf<Item>> {
  const after = instantCursor(ask.after);
  let query = samples(tx)
    .where(party.kind === "enterprise" ? "sample.enterprise_id" : "sample.institution_id", "=", party.id ?? "")
    .orderBy("sample.created_at", "desc")
    .orderBy("sample.id", "desc")
    .limit(ask.limit + 1);
  if (after)
    query = query.where(sql<boolean>`(sample.created_at, sample.id) < (${after[0]}::timestamptz, ${after[1]})`);
  if (ask.state) query = query.where("sample.state", "=", ask.state);
  if (ask.commissionId !== undefined) query = query.where("sample.commission_id", "=", ask.commissionId);
  const text = ask.text?.trim();
  if (text) {
    const found = sql<string>`(SELECT sample_search(${text}, ${ask.state ?? null}, ${ask.commissionId ?? null},
      ${after?.[0] ?? null}::timestamptz, ${after?.[1] ?? null}, ${ask.limit + 1}))`;
    query = query.where("sample.id", "in", found);
  }
  const rows = (await query.execute()) as unknown as readonly SampleListRow[];
  return pageOf(rows, ask.limit, item, (row) => cursorOf(row.created_at.toISOString(), row.id));
}

function samples(tx: Transaction) {
  return tx
    .selectFrom("sample")
    .innerJoin("commission", "commission.id", "sample.commission_id")
    .leftJoinLateral(
      (by) =>
        by
          .selectFrom("sample_receipt")
          .selectAll()
          .whereRef("sample_receipt.sample_id", "=", "sample.id")
          .orderBy("sample_receipt.received_at", "desc")
          .orderBy("sample_receipt.id", "desc")
          .limit(1)
          .as("receipt"),
      (join) => join.onTrue(),
    )
    .selectAll("sample")
    .select([
      "commission.number as commission_number",
      "commission.state as commission_state",
      "receipt.id as receipt_id",
      "receipt.received_at",
      "receipt.received_by",
      "receipt.condition",
      "receipt.remarks",
      "receipt.quantity as received_quantity",
      "receipt.unit as received_unit",
      "receipt.temperature_c",
      "receipt.photo_file_id",
    ]);
}
