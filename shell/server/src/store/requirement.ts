import type { Limit } from "@quanheng/flow/selection/limit.ts";
import {
  comparisonOf,
  type LimitComparison,
  type RequirementRow,
  type RequirementVersion,
} from "@quanheng/flow/selection/requirement.ts";
import type { Bilingual } from "@quanheng/kernel/bilingual.ts";
import { type Selectable, sql } from "kysely";
import { asJson } from "./tables/column.ts";
import type { Verification } from "./tables/reference.ts";
import type { Tables } from "./tables.ts";
import type { Transaction } from "./transaction.ts";

type Stored = Selectable<Tables["requirement"]>;

/** A version with what was recorded beside the requirement itself. */
export type StoredRequirement = RequirementVersion & {
  readonly recordedBy: string | null;
  readonly verifiedBy: string | null;
  readonly verifiedOn: string | null;
  readonly reason: string;
  readonly verification: Verification | null;
};

export type RequirementFilter = {
  readonly product?: string;
  readonly markets?: readonly string[];
  readonly characteristic?: string;
  readonly rowId?: string;
  readonly documents?: readonly string[];
  readonly rowIds?: readonly string[];
};

/**
 * Of each row that matches the version that held at an instant, ordered by row id: the newest recorded up to it that is
 * not merely proposed. Every answer of what applies goes by these.
 *
 * @param knownOn transaction time
 */
export async function requirementsAsKnown(
  tx: Transaction,
  filter: RequirementFilter,
  knownOn: Date,
): Promise<readonly StoredRequirement[]> {
  return newestVersions(tx, filter, knownOn, ["read", "recalled", "verified", "retired"]);
}

/**
 * Of each row that matches the newest version of all, proposed ones too, ordered by row id: what a change is compared
 * with.
 */
export async function newestRequirements(
  tx: Transaction,
  filter: RequirementFilter,
): Promise<readonly StoredRequirement[]> {
  return newestVersions(tx, filter, FAR, ["read", "recalled", "proposed", "verified", "retired"]);
}

/** Versions are ordered by their instants, which may run a little ahead of a clock that was set back. */
const FAR = new Date("9999-12-31T00:00:00Z");

async function newestVersions(
  tx: Transaction,
  filter: RequirementFilter,
  knownOn: Date,
  statuses: readonly StoredRequirement["status"][],
): Promise<readonly StoredRequirement[]> {
  let query = tx
    .selectFrom("requirement")
    .selectAll()
    .distinctOn("row_id")
    .where("recorded_at", "<=", knownOn)
    .where("status", "in", [...statuses])
    .orderBy("row_id")
    .orderBy("recorded_at", "desc");
  if (filter.product !== undefined) query = query.where("product", "=", filter.product);
  if (filter.markets) query = query.where("market", "in", [...filter.markets]);
  if (filter.characteristic !== undefined) query = query.where("characteristic", "=", filter.characteristic);
  if (filter.rowIds) query = query.where("row_id", "=", sql<string>`ANY (${[...filter.rowIds]}::text[])`);
  if (filter.documents) query = query.where("document", "in", [...filter.documents]);
  if (filter.rowId !== undefined) query = query.where("row_id", "=", filter.rowId);
  return (await query.execute()).map(fromStored).filter(({ status }) => status !== "retired");
}

/** Every version of one row, newest first. */
export async function requirementVersions(tx: Transaction, rowId: string): Promise<readonly StoredRequirement[]> {
  const rows = await tx
    .selectFrom("requirement")
    .selectAll()
    .where("row_id", "=", rowId)
    .orderBy("recorded_at", "desc")
    .execute();
  return rows.map(fromStored);
}

/** Versions recorded after a serial, in the order of recording. */
export async function requirementsAfter(
  tx: Transaction,
  serial: number,
  limit: number,
): Promise<readonly { readonly version: StoredRequirement; readonly serial: number }[]> {
  const rows = await tx
    .selectFrom("requirement")
    .selectAll()
    .where("serial", ">", serial)
    .orderBy("serial")
    .limit(limit)
    .execute();
  return rows.map((row) => ({ version: fromStored(row), serial: row.serial }));
}

/** The versions of these ids, in the order of the ids. */
export async function requirementsById(tx: Transaction, ids: readonly string[]): Promise<readonly StoredRequirement[]> {
  if (ids.length === 0) return [];
  const rows = await tx
    .selectFrom("requirement")
    .selectAll()
    .where("id", "=", sql<string>`ANY (${[...ids]}::text[])`)
    .execute();
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []).map(fromStored);
}

/** A state of one library: `generation` grows with every version that is recorded, of requirements and of everything they name. */
export type LibraryState = { readonly database: string; readonly generation: string };

/** Two servers may each have a database of one name, so the cluster it lives in names it too. */
export async function libraryState(tx: Transaction): Promise<LibraryState> {
  return sql<LibraryState>`
    SELECT (SELECT system_identifier FROM pg_control_system()) || ' ' || current_database() AS database, generation::text
    FROM library_state`
    .execute(tx)
    .then(({ rows }) => rows[0] ?? { database: "", generation: "" });
}

/** Rows whose newest version has a status, after a row id, ordered by row id. */
export async function openRequirements(
  tx: Transaction,
  status: "proposed" | "recalled",
  after: string,
  limit: number,
): Promise<readonly StoredRequirement[]> {
  const rows = await tx
    .selectFrom("requirement as r")
    .selectAll("r")
    .where("r.status", "=", status)
    .where(sql<boolean>`r.row_id COLLATE "C" > ${after} COLLATE "C"`)
    .where(
      sql<boolean>`NOT EXISTS (SELECT 1 FROM requirement n WHERE n.row_id = r.row_id AND n.recorded_at > r.recorded_at)`,
    )
    .orderBy(sql`r.row_id COLLATE "C"`)
    .limit(limit)
    .execute();
  return rows.map(fromStored);
}

/** Keeps others from recording a version of one row until the transaction ends; versions themselves are never locked. */
export async function lockRequirement(tx: Transaction, rowId: string): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock_shared(${LIBRARY}), pg_advisory_xact_lock(hashtextextended(${rowId}, 2))`.execute(
    tx,
  );
}

/** Keeps everybody else from recording versions until the transaction ends: an import records thousands at once. */
export async function lockLibrary(tx: Transaction): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(${LIBRARY})`.execute(tx);
}

const LIBRARY = 20_261_150;

/** Tells the parties of every open commission that uses one of the rows; which these are stays unknown to the caller. */
export async function announceRequirements(
  tx: Transaction,
  rowIds: readonly string[],
  status: Bilingual,
  at: Date,
): Promise<void> {
  await sql`SELECT announce_requirements(${[...rowIds]}::text[], ${asJson(status)}::jsonb, ${at})`.execute(tx);
}

export async function insertRequirement(tx: Transaction, version: StoredRequirement): Promise<void> {
  await tx.insertInto("requirement").values(toStored(version)).execute();
}

/** Rows in one statement: below the driver's 65 535 parameters. */
const BATCH = 1000;

export async function insertRequirements(tx: Transaction, versions: readonly StoredRequirement[]): Promise<void> {
  for (let from = 0; from < versions.length; from += BATCH)
    await tx
      .insertInto("requirement")
      .values(versions.slice(from, from + BATCH).map(toStored))
      .execute();
}

function fromStored(row: Stored): StoredRequirement {
  const extra = (row.extra ?? {}) as Partial<
    Pick<RequirementRow, "basisOf" | "condition" | "sampling" | "decisionRule" | keyof LimitComparison>
  >;
  return {
    id: row.row_id,
    versionId: row.id,
    product: row.product,
    market: row.market,
    document: row.document,
    clause: row.clause,
    characteristic: row.characteristic,
    variant: row.variant as RequirementRow["variant"],
    limit: row.limits as Limit,
    unit: row.unit,
    methods: row.methods,
    force: row.force,
    effective: { from: row.effective_from, to: row.effective_to },
    confidence: row.confidence,
    basis: row.basis as RequirementRow["basis"],
    source: row.source,
    note: row.note,
    basisOf: extra.basisOf ?? null,
    condition: extra.condition ?? null,
    sampling: extra.sampling ?? null,
    decisionRule: extra.decisionRule ?? null,
    ...comparisonOf(extra),
    status: row.status,
    recordedAt: row.recorded_at.toISOString(),
    recordedBy: row.recorded_by,
    verifiedBy: row.verified_by,
    verifiedOn: row.verified_on,
    reason: row.reason,
    verification: row.verification,
  };
}

/** A version as the table holds it. */
export function toStored(version: StoredRequirement) {
  const { basisOf, condition, sampling, decisionRule } = version;
  const extra = { basisOf, condition, sampling, decisionRule, ...comparisonOf(version) };
  return {
    id: version.versionId,
    row_id: version.id,
    product: version.product,
    market: version.market,
    document: version.document,
    clause: version.clause,
    characteristic: version.characteristic,
    variant: version.variant === null ? null : asJson(version.variant),
    limits: asJson(version.limit),
    unit: version.unit,
    methods: [...version.methods],
    force: version.force,
    effective_from: version.effective.from,
    effective_to: version.effective.to,
    confidence: version.confidence,
    basis: version.basis,
    status: version.status,
    source: version.source,
    note: version.note,
    extra: Object.values(extra).every((each) => each === null) ? null : asJson(extra),
    recorded_at: version.recordedAt,
    recorded_by: version.recordedBy,
    verified_by: version.verifiedBy,
    verified_on: version.verifiedOn,
    reason: version.reason,
    verification: version.verification === null ? null : asJson(version.verification),
  };
}
