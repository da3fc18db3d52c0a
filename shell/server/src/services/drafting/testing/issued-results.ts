import { type Kysely, sql } from "kysely";
import type { Tables } from "../../../store/tables.ts";

/**
 * Issued results of sulphur dioxide in white sugar [mg/kg] as the owner of the database can write them, without the
 * desks that lead there. The database has to be the test's own: its references between rows are dropped.
 */
export async function issuedResults(owner: Kysely<Tables>) {
  // This database is the test's own: rows may stand in it without those they belong to.
  await sql`DO $$ DECLARE c record; BEGIN
    FOR c IN SELECT conname, conrelid::regclass AS of FROM pg_constraint
             WHERE contype = 'f' AND conrelid IN ('commission'::regclass, 'result'::regclass, 'review'::regclass, 'attestation'::regclass)
    LOOP EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', c.of, c.conname); END LOOP; END $$`.execute(owner);
  let serial = 0;
  return async (enterprise: string, value: string) => {
    const n = ++serial;
    await owner.transaction().execute(async (tx) => {
      const at = "2026-11-01T00:00:00Z";
      const place = { commission_id: `com-x${n}`, institution_id: "ins-x" };
      await tx
        .insertInto("commission")
        .values({
          ...{ id: `com-x${n}`, number: `X-${n}`, enterprise_id: enterprise, institution_ids: ["ins-x"] },
          ...{ state: "reported", product: "white-sugar", item: "{}", markets: ["CN"], claims: "{}" },
          ...{ applies_on: "2026-11-01", needed_by: null, sample_available: 1, created_by: "per-x", created_at: at },
          ...{ due_on: null, decline_reason: null },
        })
        .execute();
      await tx
        .insertInto("result")
        .values({
          ...{ id: `res-x${n}`, observation_id: `obs-x${n}`, task_id: `tsk-x${n}`, ...place },
          ...{ characteristic: "sulphur-dioxide", operator: "=", value, unit: "mg/kg", reported: value },
          ...{ evaluation: "{}", computed_at: at },
        })
        .execute();
      await tx
        .insertInto("review")
        .values({
          ...{ id: `rev-x${n}`, task_id: `tsk-x${n}`, observation_id: `obs-x${n}`, ...place, outcome: "approved" },
          ...{ comment: "", checklist: "{}", reviewed_by: "per-x", reviewed_at: at },
        })
        .execute();
      await tx
        .insertInto("attestation")
        .values({
          ...{ id: `att-x${n}`, number: `X-${n}`, gdti: `X${n}`, kind: "test-report", ...place },
          ...{ enterprise_id: enterprise, decision_id: `dec-x${n}`, snapshot: "{}", snapshot_sha256: "x" },
          ...{ public_view: "{}", status_index: 900_000 + n, replaces: null, issued_by: "per-x", issued_at: at },
        })
        .execute();
    });
  };
}
