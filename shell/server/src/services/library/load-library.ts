import { readRequirement } from "@quanheng/flow/selection/read-requirement.ts";
import { statusOf } from "@quanheng/flow/selection/requirement.ts";
import type { Id, IdKind } from "@quanheng/kernel/id.ts";
import type { Kysely } from "kysely";
import { listDataFiles, readDataFile } from "../../adapters/data/data-file.ts";
import { toStored } from "../../store/requirement.ts";
import { asJson } from "../../store/tables/column.ts";
import type { Tables } from "../../store/tables.ts";

type Loading = {
  readonly owner: Kysely<Tables>;
  readonly now: () => Date;
  readonly newId: <Kind extends IdKind>(kind: Kind) => Id<Kind>;
};
type Row = Readonly<Record<string, unknown>>;

const REASON = "first loading of the reference data that comes with the platform";
/** Rows in one statement: below the driver's 65 535 parameters. */
const BATCH = 1000;

/**
 * Loads the reference data that comes with the platform into an empty library: all of it, or nothing. A library that
 * holds anything is left alone; later editions are recorded as versions.
 */
export async function loadLibrary({ owner, now, newId }: Loading): Promise<void> {
  const found = await owner.selectFrom("requirement").select("id").limit(1).executeTakeFirst();
  if (found) return;
  const at = now().toISOString();
  const rules = (await ruleBodies()).map(({ kind, rowId, body }) => ({
    id: newId("req"),
    kind,
    row_id: rowId,
    body: asJson(body),
    status: statusOfRule(body),
    ...effectiveOf(body),
    recorded_at: at,
    recorded_by: null,
    reason: REASON,
  }));
  const requirements = (await requirementRows()).map((row) =>
    toStored({
      ...row,
      versionId: newId("req"),
      status: statusOf(row),
      recordedAt: at,
      recordedBy: null,
      verifiedBy: null,
      verifiedOn: null,
      reason: REASON,
      verification: null,
    }),
  );
  await owner.transaction().execute(async (tx) => {
    for (let from = 0; from < rules.length; from += BATCH)
      await tx
        .insertInto("rule_version")
        .values(rules.slice(from, from + BATCH))
        .execute();
    for (let from = 0; from < requirements.length; from += BATCH)
      await tx
        .insertInto("requirement")
        .values(requirements.slice(from, from + BATCH))
        .execute();
  });
}

type RuleKind = Tables["rule_version"]["kind"];

async function ruleBodies(): Promise<{ kind: RuleKind; rowId: string; body: Row }[]> {
  const file = async (path: string, table: string): Promise<readonly Row[]> =>
    ((await readDataFile(path)) as Record<string, readonly Row[]>)[table] ?? [];
  const keyed = async (kind: RuleKind, path: string, table: string, rowId: (body: Row) => string) =>
    (await file(path, table)).map((body) => ({ kind, rowId: rowId(body), body }));
  const lists = await Promise.all([
    keyed("product", "requirements/products.json", "products", ({ id }) => String(id)),
    keyed("document", "requirements/documents.json", "documents", ({ id }) => String(id)),
    keyed("characteristic", "requirements/characteristics.json", "characteristics", ({ id }) => String(id)),
    keyed("method", "requirements/methods.json", "methods", ({ id }) => String(id)),
    keyed(
      "relation",
      "requirements/relations.json",
      "relations",
      ({ kind, source, target }) => `${kind} ${source} → ${target}`,
    ),
    keyed("market", "requirements/markets.json", "markets", ({ code }) => String(code)),
    keyed("acceptance", "acceptance/markets.json", "markets", ({ code }) => `market ${code}`),
    keyed("acceptance", "acceptance/groups.json", "groups", ({ id }) => `group ${id}`),
    keyed("method-relation", "acceptance/relations.json", "relations", ({ a, b, type }) => `${a} ${type} ${b}`),
  ]);
  return lists.flat();
}

async function requirementRows() {
  const files = await listDataFiles("requirements/rows");
  const lists = await Promise.all(
    files.map(
      async (path) => (await readDataFile(path)) as { rows?: readonly unknown[]; requirements?: readonly unknown[] },
    ),
  );
  return lists.flatMap((file) => (file.rows ?? file.requirements ?? []).map(readRequirement));
}

/** Acceptance rules say themselves how far they may be trusted; the rest goes by basis and confidence. */
function statusOfRule(body: Row): "read" | "recalled" {
  if (body["status"] === "read" || body["status"] === "recalled") return body["status"];
  return body["basis"] === "source-read" && body["confidence"] === "high" ? "read" : "recalled";
}

function effectiveOf(body: Row): { effective_from: string | null; effective_to: string | null } {
  const effective = body["effective"] as { from?: string | null; to?: string | null } | undefined;
  return { effective_from: effective?.from ?? null, effective_to: effective?.to ?? null };
}
