import { keyProblem } from "@quanheng/formats/gs1/key.ts";
import { sql } from "kysely";
import { expect, test } from "vitest";
import { inTransaction } from "../../store/transaction.ts";
import { refused } from "../../testing/refused.ts";
import { openWorkbench } from "../../testing/workbench.ts";
import { consignmentOf } from "./consignment.ts";

test("a commission has its GINC and an instrument its GIAI from the beginning, for its own parties only", async (t) => {
  const bench = await openWorkbench(t);
  const mill = bench.as("enterprise-user");
  await inTransaction(mill, (tx) =>
    tx
      .insertInto("commission")
      .values({
        ...{
          id: "com-keyed",
          number: "QH-2026-000042",
          enterprise_id: "ent-mill",
          state: "draft",
          product: "white-sugar",
        },
        ...{ item: "{}", claims: "{}", markets: ["CN"], applies_on: "2026-03-02", sample_available: 1 },
        ...{ created_by: "per-enterpriseusermill1", created_at: bench.clock.now },
      })
      .execute(),
  );
  const found = await consignmentOf(mill, "9520001QH-2026-000042");
  expect(found).toEqual({ id: "com-keyed", number: "QH-2026-000042", ginc: "9520001QH-2026-000042" });
  expect(keyProblem("GINC", found.ginc)).toBeUndefined();
  expect((await refused(consignmentOf(bench.as("enterprise-user", "ent-smelter"), found.ginc))).code).toBe("not-found");

  await inTransaction(mill, (tx) => tx.updateTable("commission").set({ ginc: "9520001X" }).execute());
  expect((await consignmentOf(mill, found.ginc)).id).toBe("com-keyed");
  const { rows } = await sql<{ giai: string }>`
    INSERT INTO instrument (id, institution_id, type, name_zh, name_en, serial, status, calibrated_on, due_on, certificate, calibrated_by)
    VALUES ('equ-keyed', 'ins-sugarlab', 'balance', 'x', 'x', 'S', 'in-service', '2026-01-01', '2027-01-01', 'C', 'x')
    RETURNING giai`.execute(bench.database.owner);
  expect(rows[0]?.giai).toMatch(/^\d{7}KEYED$/);
  expect(keyProblem("GIAI", rows[0]!.giai)).toBeUndefined();
});
