import { recordContractReview } from "@quanheng/contract/routes/determination.ts";
import { agree, createCommission, makePlans } from "@quanheng/contract/routes/selection.ts";
import type { CommissionDetail, CommissionDraft, PlanAnswer } from "@quanheng/contract/schemas/selection.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { canBrowse } from "./browser.ts";
import { openStage, type Reader, type Stage } from "./harness.ts";

const browsing = canBrowse("the guided question of a visitor, what if, and reports already held");
/** Pictures of long pages at two widths in two languages, on a busy machine. [ms] */
const LONG = 240_000;
let stage: Stage;
beforeAll(async () => {
  if (browsing) stage = await openStage();
}, LONG);
afterAll(async () => {
  await stage?.close();
});

const MILL = "per-weixiaolan";

const sugar: CommissionDraft = {
  product: "white-sugar",
  item: {
    name: { zh: "白砂糖", en: "White granulated sugar" },
    lotNumber: "PL-1",
    lotQuantity: "500",
    lotUnit: "t",
    producedOn: null,
    gtin: null,
    brand: null,
    remarks: null,
  },
  markets: ["CN", "VN", "ID", "CODEX"],
  claims: { "CN.grade": "first", "VN.grade": "A", "ID.grade": "GKP-1", "CODEX.type": "plantation-or-mill-white" },
  appliesOn: "2026-11-25",
  neededBy: null,
  sampleAvailableG: 3000,
};

test.runIf(browsing)(
  "a visitor asks from the start page, sees requirements, plans, price and days without signing in, and orders",
  async () => {
    const reader = await stage.reader({ language: "en" });
    const { page } = reader;
    await reader.open("/");
    expect(await reader.shot("home-guided")).toEqual([]);
    await page.getByRole("link", { name: "See requirements and plans" }).click();
    await page.getByRole("heading", { level: 1, name: "What has to be tested?" }).waitFor();
    expect(await page.getByRole("button", { name: "See plans, price and days" }).isDisabled()).toBe(true);

    await page.getByRole("radio", { name: /White and refined sugar/ }).check();
    for (const market of ["CN China", "VN Viet Nam"]) await page.getByRole("checkbox", { name: market }).check();
    await page.getByLabel("China: Grade").selectOption({ label: "First" });
    await page.getByLabel("Viet Nam: Grade").selectOption("A");
    await page.getByText(/\d+ requirements from \d+ documents/).waitFor();
    await page.getByRole("button", { name: "See plans, price and days" }).click();
    await page.getByRole("heading", { level: 2, name: "Plans" }).waitFor();
    await page.getByRole("radio", { name: /^Cheapest/ }).waitFor();
    await page.getByText(/You save ¥[\d,.]+/).waitFor();
    await page.locator("summary", { hasText: "Which test first" }).click();
    await page
      .getByText(/on average if the first failure stops the rest/)
      .first()
      .waitFor();
    expect(await reader.shot("guided-question")).toEqual([]);

    await page.reload();
    await page.getByRole("checkbox", { name: "VN Viet Nam" }).waitFor();
    expect(await page.getByRole("checkbox", { name: "VN Viet Nam" }).isChecked()).toBe(true);
    await page.getByRole("button", { name: "See plans, price and days" }).click();
    await page.getByRole("link", { name: "Order these tests" }).click();
    await page.waitForURL(/sign-in/);

    await reader.signInAs(MILL);
    await reader.open("/commissions/new");
    expect(await page.getByRole("radio", { name: /White and refined sugar/ }).isChecked()).toBe(true);
    expect(await page.getByRole("checkbox", { name: "VN Viet Nam" }).isChecked()).toBe(true);
    await page.getByLabel("Lot number").fill("YJ-2026-1125");
    await page.getByLabel("Size of the lot", { exact: true }).fill("500");
    await page.getByRole("button", { name: "Save and see every requirement" }).click();
    await page.getByRole("heading", { level: 1, name: "What applies" }).waitFor();
    expect(reader.errors).toEqual([]);
    await reader.close();
  },
  LONG,
);

test.runIf(browsing)(
  "the mill asks what if, and a report already held makes a test superfluous",
  async () => {
    const reader = await stage.reader({ language: "en" });
    const { page } = reader;
    await reader.signInAs(MILL);
    const headers = { "x-quanheng-request": "test" };
    const opened = await reader.context.request.post(createCommission.path, { headers, data: sugar });
    const { id } = (await opened.json()) as CommissionDetail;
    await reader.open(`/commissions/${id}/plans`);
    await page.getByRole("radio", { name: /^Cheapest/ }).waitFor();
    await page.getByRole("button", { name: "Work it out" }).click();
    await page.getByText("without Viet Nam").waitFor();
    await page.getByText("as much sample as wanted").waitFor();
    expect(await reader.shot("what-if")).toEqual([]);

    await page.getByRole("button", { name: "Add a report" }).click();
    const dialog = page.getByRole("dialog", { name: "Add a report already held" });
    await dialog.getByRole("button", { name: "Add", exact: true }).click();
    await dialog.getByText("Choose at least one").waitFor();
    await dialog.getByLabel("Issued by").fill("Nanning Food Laboratory");
    await dialog.getByLabel("Report number").fill("NF-2026-0815");
    await dialog.getByLabel("Date of issue").fill("2026-10-01");
    await dialog.getByLabel("Test method").fill("GB 5009.12-2023");
    await dialog.getByRole("checkbox", { name: "CNAS" }).check();
    await dialog.getByRole("checkbox", { name: "Lead" }).check();
    expect(await reader.shot("evidence-dialog")).toEqual([]);
    await dialog.getByRole("button", { name: "Add", exact: true }).click();
    await page.getByText("NF-2026-0815").first().waitFor();
    await page.locator("summary", { hasText: "Shown by reports already held" }).click();
    await page
      .getByText(/report NF-2026-0815 \(Nanning Food Laboratory\)/)
      .first()
      .waitFor();
    await page.getByRole("button", { name: "Take back" }).click();
    await page.getByText("No report is stated.").waitFor();
    expect(reader.errors).toEqual([]);
    await reader.close();
  },
  LONG,
);

test.runIf(browsing)(
  "the mill adds Indonesia to a commission under way, and the laboratory accepts what is added",
  async () => {
    const reader = await stage.reader({ language: "en" });
    const { page } = reader;
    await reader.signInAs(MILL);
    const draft = { ...sugar, markets: ["CN"], claims: { "CN.grade": "first" } };
    const { id, version } = await sent<CommissionDetail>(reader, createCommission, {}, draft);
    const { plans } = await sent<PlanAnswer>(reader, makePlans, { id }, { version });
    const rule = { kind: "simple", guard: null, coverageProbability: "0.9545" };
    const agreed = await sent<CommissionDetail>(reader, agree, { id }, { version, planId: plans[0]?.id, rule });
    const laboratory = await stage.reader({ language: "en" });
    await laboratory.signInAs("per-luwenjing");
    const accepted = { version: agreed.version, outcome: "accepted", note: null };
    await sent(laboratory, recordContractReview, { id }, accepted);

    await reader.open(`/commissions/${id}`);
    await page.getByRole("button", { name: "Add markets" }).click();
    await page.getByRole("heading", { level: 1, name: "Add markets" }).waitFor();
    await page.getByRole("checkbox", { name: "ID Indonesia" }).check();
    await page.getByLabel("Indonesia: Grade").selectOption("GKP-1");
    await page.getByRole("button", { name: "See what is missing" }).click();
    await page.getByRole("heading", { level: 2, name: /Answered by tests already agreed/ }).waitFor();
    await page.getByText("Crystal").first().waitFor();
    expect(await reader.shot("add-markets")).toEqual([]);
    await page.getByRole("button", { name: "Agree to the addition" }).click();
    await page.getByText(/The added markets ID await the laboratories/).waitFor();

    await laboratory.open(`/commissions/${id}`);
    await laboratory.page.getByRole("button", { name: "Contract review" }).click();
    await laboratory.page.getByRole("button", { name: /Accept/ }).click();
    await laboratory.page
      .getByText(/accepted/i)
      .first()
      .waitFor();
    await reader.open(`/commissions/${id}`);
    await page.getByText("ID", { exact: true }).first().waitFor();
    expect(await page.getByText(/await the laboratories/).count()).toBe(0);
    expect([...reader.errors, ...laboratory.errors]).toEqual([]);
    await laboratory.close();
    await reader.close();
  },
  LONG,
);

async function sent<Answer>(
  { context }: Reader,
  route: { readonly path: string },
  params: { readonly id?: string },
  data: unknown,
): Promise<Answer> {
  const headers = { "x-quanheng-request": "test" };
  const answer = await context.request.post(route.path.replace(":id", params.id ?? ""), { headers, data });
  expect(answer.ok(), await answer.text()).toBe(true);
  return (await answer.json()) as Answer;
}
