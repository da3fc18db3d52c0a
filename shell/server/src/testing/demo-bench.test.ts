import { expect, test } from "vitest";
import { findCommission } from "../store/commission.ts";
import { inTransaction } from "../store/transaction.ts";
import { openDemoBench } from "./demo-bench.ts";
import { HANDS, submittedCommission } from "./demo-journey.ts";

test("the bench of the demonstration takes a commission as far as the laboratories' desks", async (t) => {
  const bench = await openDemoBench(t);
  const submitted = await submittedCommission(bench);

  expect(submitted.state).toBe("submitted");
  const reviewer = bench.as(HANDS["ins-sugar"].reviewer);
  const seen = await inTransaction(reviewer, (tx) => findCommission(tx, submitted.id));
  expect(seen?.institution_ids).toContain("ins-sugar");
});
