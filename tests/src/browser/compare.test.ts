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

test.runIf(browsing)(
  "anybody reads what markets accept; the operator computes what recognition is worth",
  async () => {
    const reader = await stage.reader({ language: "en" });
    const { page } = reader;
    await reader.open("/library/acceptance");
    await page.getByText("Mutual recognition arrangement of Global Accreditation Cooperation").first().waitFor();
    expect(await reader.shot("acceptance")).toEqual([]);
    await reader.signInAs("per-mengjia");
    await reader.open("/library/acceptance");
    await page.getByRole("button", { name: "Compute a report" }).click();
    await page.getByText(/^Done/).waitFor({ timeout: 120_000 });
    expect(await reader.shot("recognition")).toEqual([]);
    expect(reader.errors).toEqual([]);
  },
  300_000,
);

test.runIf(browsing)(
  "an engineer enters a notification, and an enterprise finds it and comments in time",
  async () => {
    const engineer = await stage.reader({ language: "en" });
    const entry = engineer.page;
    await engineer.signInAs("per-ganyu");
    await engineer.open("/library/trade-notifications");
    await entry.getByText("Enter a notification").click();
    await entry.getByLabel("Symbol and title").fill("G/SPS/N/VNM/900");
    await entry.getByLabel("Notifying member").selectOption("VN");
    await entry.getByLabel("Title in Chinese").fill("食糖中二氧化硫限量（演示）");
    await entry.getByLabel("Title in English").fill("Sulphur dioxide in sugar (demonstration)");
    await entry.getByLabel("Notified on").fill("2026-11-01");
    await entry.getByLabel("Comments until").fill("2099-12-31");
    await entry.getByLabel("Products (codes)").fill("white-sugar");
    await entry.getByLabel("Characteristics (codes)").fill("sulphur-dioxide");
    await entry.getByLabel("Source").fill("demonstration, invented");
    await entry.getByRole("button", { name: "Enter", exact: true }).click();
    await entry.getByRole("cell", { name: /Sulphur dioxide in sugar/ }).waitFor();
    expect(await engineer.shot("trade-notifications")).toEqual([]);
    await entry.getByRole("button", { name: /Show comments G\/SPS/ }).click();
    await entry.getByText("Change the notification").click();
    await entry.getByLabel("Adopted on").last().fill("2027-01-15");
    await entry.getByRole("button", { name: "Save the changes" }).click();
    await entry.getByText("Change the notification").waitFor({ state: "hidden" });

    const mill = await stage.reader({ language: "en" });
    await mill.signInAs("per-weixiaolan");
    await mill.open("/library/trade-notifications?product=white-sugar&comments=open");
    await mill.page.getByRole("button", { name: /Show comments G\/SPS/ }).click();
    await mill.page.getByLabel("Comment", { exact: true }).fill("We need two seasons to change the process.");
    await mill.page.getByRole("button", { name: "Send the comment" }).click();
    await mill.page.getByText("We need two seasons", { exact: false }).first().waitFor();
    expect(await mill.shot("trade-comments")).toEqual([]);
    expect([...engineer.errors, ...mill.errors]).toEqual([]);
  },
  240_000,
);
