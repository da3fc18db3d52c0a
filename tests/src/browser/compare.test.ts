import { afterAll, beforeAll, expect, test } from "vitest";
import { canBrowse } from "./browser.ts";
import { openStage, type Stage } from "./harness.ts";

const browsing = canBrowse("limits compared across markets and days");
let stage: Stage;
beforeAll(async () => {
  if (browsing) stage = await openStage();
}, 240_000);
afterAll(async () => {
  await stage?.close();
});

test.runIf(browsing)(
  "a visitor compares sugar across markets, sees who is strictest and where a market says nothing, and takes the table along",
  async () => {
    const reader = await stage.reader({ language: "en" });
    const { page } = reader;
    await reader.open("/library/compare");
    expect(await reader.shot("compare-start")).toEqual([]);
    await page.getByRole("button", { name: /White and refined sugar/ }).click();
    await page.getByText("Not claimed yet, so their requirements are not compared").waitFor();
    await page.getByLabel("China: Grade").selectOption({ label: "Refined" });
    await page.getByLabel("Indonesia: Grade").selectOption("R1");
    await page.getByLabel("Thailand: Grade").selectOption({ label: "Refined" });
    const colour = page.getByRole("row", { name: /colour/i }).first();
    await colour.getByText("≤ 25").first().waitFor();
    await colour.getByText("strictest").first().waitFor();
    await page.locator(".picture-canvas[data-drawn=true]").first().waitFor();
    expect(await reader.shot("compare-markets")).toEqual([]);

    await page.getByRole("checkbox", { name: "Only where markets differ" }).check();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: "CSV text" }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^compare-white-sugar-\d{4}-\d\d-\d\d\.csv$/);
    expect(reader.errors).toEqual([]);
  },
  240_000,
);

test.runIf(browsing)(
  "two editions of the battery standard stand side by side",
  async () => {
    const reader = await stage.reader({ language: "en" });
    await reader.open("/library/compare?product=ev-traction-battery&on=2026-11-01&from=2021-01-01&to=2026-11-01");
    await reader.page.getByText("GB 38031-2025").first().waitFor();
    await reader.page.getByText("Removed").first().waitFor();
    expect(await reader.shot("compare-days")).toEqual([]);
    expect(reader.errors).toEqual([]);
  },
  240_000,
);
