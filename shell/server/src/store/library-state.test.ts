import { sql } from "kysely";
import { expect, test } from "vitest";
import { openWorkbench } from "../testing/workbench.ts";
import { libraryState } from "./requirement.ts";
import { reading } from "./transaction.ts";

test("a state of the library is named by cluster, database and generation: one name alone is that of many", async ({
  onTestFinished,
}) => {
  const [one, other] = [await openWorkbench(), await openWorkbench()];
  onTestFinished(async () => {
    await one.close();
    await other.close();
  });
  const stateOf = (bench: typeof one) => reading(bench.as("analyst"), libraryState);
  const [first, second] = [await stateOf(one), await stateOf(other)];
  const { rows } = await sql<{
    id: string;
  }>`SELECT system_identifier::text AS id FROM pg_control_system()`.execute(one.database.owner);

  expect(first.database.startsWith(`${rows[0]?.id} `)).toBe(true);
  expect(first.database).not.toBe(second.database);
  expect(first.generation).toBe(second.generation);
});
