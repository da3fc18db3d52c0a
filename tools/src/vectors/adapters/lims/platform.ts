import { recordAction } from "@quanheng/server/store/audit.ts";
import { checkTrail } from "@quanheng/server/store/audit-trail.ts";
import { nextNumber } from "@quanheng/server/store/commission.ts";
import { inTransaction, reading } from "@quanheng/server/store/transaction.ts";
import setUpRun from "@quanheng/server/testing/global-setup.ts";
import { openWorkbench, type Workbench } from "@quanheng/server/testing/workbench.ts";
import { sql } from "kysely";
import { count, differs, type Members, members, texts } from "./case.ts";

/** A case that only a running platform with its database can show; undefined for all others. */
export type PlatformCheck = (bench: Workbench) => Promise<string | undefined>;

export function platformCheck(input: Members, expect: Members): PlatformCheck | undefined {
  if (typeof input["counter"] === "number") return (bench) => numbering(bench, input, expect);
  if ("conflicts" in input) return (bench) => conflicting(bench, input, expect);
  const given = members(input["given"]);
  const steps = texts(input["steps"]);
  if ("tables" in given) return (bench) => rewriting(bench, texts(given["tables"]), steps, expect);
  if ("chain" in given) return (bench) => tampering(bench, expect);
  if (steps[0]?.startsWith("INSERT audit")) return (bench) => forging(bench, expect);
  if ("contact" in given) return (bench) => visibility(bench, given, expect);
  return undefined;
}

/** Opens a real, migrated database for the cases and ends it with the server that holds it. */
export async function withPlatform<Outcome>(work: (bench: Workbench) => Promise<Outcome>): Promise<Outcome> {
  const shared = process.env["QUANHENG_TEST_FOLDER"] !== undefined;
  const end = shared ? undefined : await setUpRun();
  try {
    const bench = await openWorkbench();
    try {
      return await work(bench);
    } finally {
      await bench.close();
    }
  } finally {
    await end?.();
  }
}

const PERSON = "analyst";

/** A number that was taken in work that came to nothing is free again. */
async function numbering(bench: Workbench, input: Members, expect: Members): Promise<string | undefined> {
  const context = bench.as(PERSON);
  const row = { party_id: context.actor.partyId ?? "", kind: "vectors", year: 2026 };
  await bench.database.owner
    .insertInto("number_sequence")
    .values({ ...row, last: count(input, "counter") })
    .execute();
  let issued: number | undefined;
  for (const attempt of texts(input["attempts"])) {
    const done = inTransaction(context, async (tx) => {
      const number = await nextNumber(tx, row.party_id, row.kind, row.year);
      if (attempt === "abort") throw new Aborted();
      return number;
    });
    issued = await done.catch((error: unknown) => {
      if (error instanceof Aborted) return issued;
      throw error;
    });
  }
  const { last } = await bench.database.owner
    .selectFrom("number_sequence")
    .select("last")
    .where("kind", "=", row.kind)
    .executeTakeFirstOrThrow();
  return differs({ issued, counter: last }, expect);
}

/** The database ends the first attempts as it does when two transactions stand in each other's way. */
async function conflicting(bench: Workbench, input: Members, expect: Members): Promise<string | undefined> {
  let attempts = 0;
  const created = await inTransaction(bench.as(PERSON), async (tx) => {
    if (++attempts <= count(input, "conflicts")) {
      await sql`DO $$ BEGIN RAISE EXCEPTION 'conflict' USING ERRCODE = 'serialization_failure'; END $$`.execute(tx);
    }
    return true;
  });
  return differs({ created, attempts }, expect);
}

class Aborted extends Error {}

/** What the tables of the cases are called here. */
const TABLES: Readonly<Record<string, string>> = {
  audit: "audit",
  custody: "sample_receipt",
  result: "result",
  signature: "attestation",
};

/** Whether the owner of the tables can change or remove rows of any of them. */
async function rewriting(
  bench: Workbench,
  tables: readonly string[],
  steps: readonly string[],
  expect: Members,
): Promise<string | undefined> {
  const allowed: boolean[] = [];
  for (const step of steps) {
    const done = await Promise.all(
      tables.map((name) => {
        const table = sql.table(TABLES[name] ?? name);
        const statement = step === "DELETE" ? sql`DELETE FROM ${table}` : sql`UPDATE ${table} SET id = id`;
        return isRefused(statement.execute(bench.database.owner), "append-only");
      }),
    );
    allowed.push(done.some((refused) => !refused));
  }
  return differs({ allowed }, expect);
}

/** Whether a statement fails for the reason expected; another failure is an error. */
async function isRefused(statement: Promise<unknown>, reason: string): Promise<boolean> {
  try {
    await statement;
    return false;
  } catch (error) {
    if (error instanceof Error && error.message.includes(reason)) return true;
    throw error;
  }
}

/** One entry of one chain is changed behind the platform's back. */
async function tampering(bench: Workbench, expect: Members): Promise<string | undefined> {
  const context = bench.as(PERSON);
  for (const commissionId of ["com-vectors-a", "com-vectors-b"]) {
    const action = { action: "thing.done", subject: `obs-${commissionId}`, commissionId, facts: { value: "99.71" } };
    await inTransaction(context, (tx) => recordAction(tx, context, action));
  }
  const { owner } = bench.database;
  const before = (await checkTrail(owner)).broken;
  await sql`ALTER TABLE audit DISABLE TRIGGER audit_append_only`.execute(owner);
  await sql`UPDATE audit SET facts = '{"value":"99.81"}' WHERE stream = 'com-vectors-b'`.execute(owner);
  await sql`ALTER TABLE audit ENABLE TRIGGER audit_append_only`.execute(owner);
  const after = (await checkTrail(owner)).broken;
  if (before !== null) return `broken before: ${JSON.stringify(before)}`;
  const others = after?.stream === "com-vectors-b" ? "valid" : "unknown";
  return differs({ valid: after === null, otherChains: others }, expect);
}

/** The role of the running platform adds to the trail through its function alone. */
async function forging(bench: Workbench, expect: Members): Promise<string | undefined> {
  const insert = inTransaction(bench.as(PERSON), (tx) =>
    sql`INSERT INTO audit (id, action, subject, stream, seq) VALUES ('aud-x', 'a', 's', 'x', 1)`.execute(tx),
  );
  return differs({ refused: await isRefused(insert, "permission denied") }, expect);
}

/** A person who works for two of three clients sees the samples of the one they act for, and so of both. */
async function visibility(bench: Workbench, given: Members, expect: Members): Promise<string | undefined> {
  const third = {
    name_zh: "第三方",
    name_en: "Third",
    country: "CN",
    address_zh: null,
    address_en: null,
    invented: true,
  };
  await bench.database.owner
    .insertInto("enterprise")
    .values({ id: "ent-third", ...third, identifiers: "[]", created_at: "2026-01-01T00:00:00Z" })
    .execute();
  const parties = { C1: "ent-mill", C2: "ent-smelter", C3: "ent-third" } as const;
  for (const [name, enterprise] of Object.entries(parties)) await insertSample(bench, name, enterprise);
  const seen: string[] = [];
  for (const client of texts(given["contact"])) {
    const party = client === "C2" ? "ent-smelter" : "ent-mill";
    const rows = await reading(bench.as("enterprise-user", party), (tx) =>
      tx.selectFrom("sample").select("lot").orderBy("lot").execute(),
    );
    seen.push(...rows.map(({ lot }) => lot));
  }
  return differs({ visible: seen }, expect);
}

async function insertSample({ database, as }: Workbench, name: string, enterprise: string): Promise<void> {
  const { personId } = as("enterprise-user").actor;
  const at = "2026-02-01T00:00:00Z";
  const key = name.toLowerCase();
  const commission = {
    id: `com-vectors${key}`,
    number: `VECTORS-${name}`,
    enterprise_id: enterprise,
    institution_ids: ["ins-sugarlab"],
    state: "in-progress" as const,
    product: "white-sugar",
    item: "{}",
    markets: ["CN"],
    claims: "{}",
    applies_on: "2026-02-01",
    sample_available: 1000,
    created_by: personId ?? "",
    created_at: at,
    due_on: "2026-02-20",
  };
  const sample = {
    id: `smp-vectors${key}`,
    number: `VECTORS-${name}`,
    commission_id: commission.id,
    institution_id: "ins-sugarlab",
    enterprise_id: enterprise,
    key: "{}",
    description_zh: name,
    description_en: name,
    lot: name,
    quantity: "1",
    unit: "kg",
    state: "in-test" as const,
    created_at: at,
  };
  await database.owner.insertInto("commission").values(commission).execute();
  await database.owner.insertInto("sample").values(sample).execute();
}
