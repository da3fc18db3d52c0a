import { afterAll, beforeAll, expect, test } from "vitest";
import { canBrowse } from "./browser.ts";
import { openStage, type Stage } from "./harness.ts";

const browsing = canBrowse("notifications and dashboards");
let stage: Stage;
beforeAll(async () => {
  if (browsing) stage = await openStage();
}, 120_000);
afterAll(async () => {
  await stage?.close();
});

test.runIf(browsing).each([
  ["per-mengjia", "/dashboard", "运营看板"],
  ["per-luozheng", "/oversight", "监管视图"],
  ["per-weixiaolan", "/notifications", "通知"],
])("%s opens %s, which is in order before anything has happened", async (who, path, title) => {
  const reader = await stage.reader();
  await reader.signInAs(who);
  await reader.open(path);
  await reader.page.getByRole("heading", { level: 1, name: title }).waitFor();
  expect(await reader.page.locator(".problem").count()).toBe(0);
  expect(await reader.shot(`quiet${path.replace("/", "-")}`)).toEqual([]);
  expect(reader.errors).toEqual([]);
  await reader.close();
});

test.runIf(browsing).each([
  ["per-weixiaolan", "/dashboard"],
  ["per-mengjia", "/oversight"],
])("%s may not open %s and is told so", async (who, path) => {
  const reader = await stage.reader({ language: "en" });
  await reader.signInAs(who);
  await reader.page.goto(path);
  await reader.page.getByRole("heading", { name: "Your present role may not see this page" }).waitFor();
  expect(reader.errors).toEqual([]);
  await reader.close();
});
