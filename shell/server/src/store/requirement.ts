import type { Limit } from "@quanheng/flow/selection/limit.ts";
import type { RequirementRow, RequirementVersion } from "@quanheng/flow/selection/requirement.ts";
import { type Selectable, sql } from "kysely";
import { asJson } from "./tables/column.ts";
import type { Tables } from "./tables.ts";
import type { Transaction } from "./transaction.ts";

type Stored = Selectable<Tables["requirement"]>;

/** A version with what was recorded beside the requirement itself. */
export type StoredRequirement = RequirementVersion & {
  readonly recordedBy: string | null;
  readonly verifiedBy: string | null;
  readonly verifiedOn: string | null;
  readonly reason: string;
};

export type RequirementFilter = {
  readonly product?: string;
  readonly markets?: readonly string[];
  readonly characteristic?: string;
  readonly rowId?: string;
};

/**
 * Of each row that matches the newest version recorded up to an instant, ordered by row id.
 *
 * @param knownOn transaction time
 */
export async function requirementsAsKnown(
  tx: Transaction,
  filter: RequirementFilter,
  knownOn: Date,
): Promise<readonly StoredRequirement[]> {
  let query = tx
    .selectFrom("requirement")
    .selectAll()
    .distinctOn("row_id")
    .where("recorded_at", "<=", knownOn)
    .orderBy("row_id")
    .orderBy("recorded_at", "desc");
  if (filter.product !== undefined) query = query.where("product", "=", filter.product);
  if (filter.markets) query = query.where("market", "in", [...filter.markets]);
  if (filter.characteristic !== undefined) query = query.where("characteristic", "=", filter.characteristic);
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

/** Keeps others from recording a version of one row until the transaction ends; versions themselves are never locked. */
export async function lockRequirement(tx: Transaction, rowId: string): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${rowId}, 2))`.execute(tx);
}

export async function insertRequirement(tx: Transaction, version: StoredRequirement): Promise<void> {
  await tx.insertInto("requirement").values(toStored(version)).execute();
}

function fromStored(row: Stored): StoredRequirement {
  const extra = (row.extra ?? {}) as Partial<
    Pick<RequirementRow, "basisOf" | "condition" | "sampling" | "decisionRule">
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
    status: row.status,
    recordedAt: row.recorded_at.toISOString(),
    recordedBy: row.recorded_by,
    verifiedBy: row.verified_by,
    verifiedOn: row.verified_on,
    reason: row.reason,
  };
}

/** A version as the table holds it. */
export function toStored(version: StoredRequirement) {
  const { basisOf, condition, sampling, decisionRule } = version;
  const extra = { basisOf, condition, sampling, decisionRule };
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
  };
}
