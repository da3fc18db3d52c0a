import { acceptContract, commission, determine } from "@quanheng/cli/demo/journey.ts";
import { readCommission } from "@quanheng/cli/demo/lot.ts";
import { openClient, openPeople } from "@quanheng/cli/demo/people.ts";
import { openProgress } from "@quanheng/cli/demo/progress.ts";
import { listTasks } from "@quanheng/contract/routes/determination.ts";
import type { TaskSummary } from "@quanheng/contract/schemas/laboratory.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { canBrowse } from "./browser.ts";
import { openStage, type Stage } from "./harness.ts";

const browsing = canBrowse("the worksheets of a tensile test");
/** A platform, a commission and pictures of pages on a busy machine. [ms] */
const LONG = 240_000;
let stage: Stage;

beforeAll(async () => {
  if (browsing) stage = await openStage();
}, LONG);
afterAll(async () => {
  await stage?.close();
});

/** A commission of aluminium profiles, measured and reviewed; one tensile curve answers three tests. */
async function measured(): Promise<readonly TaskSummary[]> {
  const lot = await readCommission("machinery-and-aluminium");
  const progress = openProgress(
    () => {},
    () => 0,
  );
  const [people, client] = await Promise.all([openPeople(stage.url), openClient(stage.url, lot.client)]);
  const question = { ...lot.draft, appliesOn: new Date().toISOString().slice(0, 10) };
  const { id, laboratories } = await commission(progress, client, question, lot.rule);
  for (const laboratory of laboratories) await acceptContract(people, laboratory, id);
  for (const laboratory of laboratories) await determine(progress, people, laboratory, id, lot);
  const analyst = await people.as("analyst", laboratories[0]!);
  return (await analyst.call(listTasks, { query: { commissionId: id, limit: 100 } })).items;
}

test.runIf(browsing)(
  "the curve is drawn at the bench, in the review and on the worksheet, with the result that the test asks for",
  async () => {
    const tasks = await measured();
    const strength = tasks.find(({ characteristic }) => characteristic === "tensile-strength")!;
    const reader = await stage.reader();
    await reader.signInAs("per-nijiale");
    const findings: string[] = [];
    for (const [page, name] of [
      ["", "bench-curve"],
      ["/worksheet", "worksheet"],
    ] as const) {
      await reader.open(`/tasks/${strength.id}${page}`);
      await reader.page.locator(".picture-canvas canvas").first().waitFor();
      await reader.page.getByText("222").first().waitFor();
      findings.push(...(await reader.shot(name)));
    }
    await reader.signInAs("per-yuandongmei");
    await reader.open(`/tasks/${strength.id}/review`);
    await reader.page.locator(".picture-canvas canvas").first().waitFor();
    findings.push(...(await reader.shot("review-curve")));
    // The client finds from the commission what was stated of the item.
    await reader.signInAs("per-huanglixin");
    await reader.open(`/commissions/${strength.commissionId}`);
    await reader.page.locator('a[href$="/item-facts"]').click();
    await reader.page.locator(".panel").first().waitFor();
    expect(reader.page.url()).toContain(`/commissions/${strength.commissionId}/item-facts`);
    expect(findings).toEqual([]);
    expect(reader.errors).toEqual([]);
  },
  LONG,
);
