import { demoPeople } from "@quanheng/contract/routes/session.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { canBrowse } from "./browser.ts";
import { openStage, type Stage } from "./harness.ts";

const browsing = canBrowse("the frame around the pages");
let stage: Stage;
beforeAll(async () => {
  if (browsing) stage = await openStage();
}, 120_000);
afterAll(async () => {
  await stage?.close();
});

test.runIf(browsing)("a stranger finds what this is, how to sign in, and every page is in order", async () => {
  const reader = await stage.reader();
  await reader.open("/");
  expect(await reader.page.locator("h1").textContent()).toBe("一次委托，一次检测，处处可信");
  expect(await reader.shot("welcome")).toEqual([]);
  await reader.page.getByRole("banner").getByRole("link", { name: "登录" }).click();
  await reader.page.getByRole("heading", { level: 1, name: "登录" }).waitFor();
  expect(await reader.shot("sign-in")).toEqual([]);
  await reader.open("/no/such/page");
  expect(await reader.shot("not-found")).toEqual([]);
  expect(reader.errors).toEqual([]);
  await reader.close();
});

test.runIf(browsing)("an address with an id that is none says so inside the frame, and leaves the way on", async () => {
  const reader = await stage.reader();
  await reader.signInAs("per-moxiaoyan");
  await reader.open("/tasks/tsk-nothing!");
  expect(await reader.page.locator("main h1").textContent()).toBe("没有找到这个页面");
  await reader.page.getByRole("navigation").getByRole("link", { name: "检测任务" }).click();
  await reader.page.waitForURL("**/tasks");
  expect(reader.errors).toEqual([]);
  await reader.close();
});

test.runIf(browsing)("one click signs in as a person of the demonstration, and out again", async () => {
  const reader = await stage.reader();
  const { page } = reader;
  await reader.open("/sign-in?next=/security");
  await page.locator("button.demo-person").first().click();
  await page.waitForURL("**/security");
  await page.getByRole("heading", { level: 1, name: "登录与安全" }).waitFor();
  expect(await reader.shot("security")).toEqual([]);
  await page.getByRole("button", { name: "退出登录" }).click();
  await page.getByRole("banner").getByRole("link", { name: "登录" }).waitFor();
  expect(reader.errors).toEqual([]);
  await reader.close();
});

test.runIf(browsing)(
  "the first page needs less than 300 kB over the wire, and every language can be chosen",
  async () => {
    const reader = await stage.reader();
    const { page } = reader;
    await reader.open("/");
    const bytes = await page.evaluate(() =>
      [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")]
        .map((entry) => (entry as PerformanceResourceTiming).encodedBodySize)
        .reduce((sum, size) => sum + size, 0),
    );
    expect(bytes).toBeGreaterThan(50_000);
    expect(bytes).toBeLessThan(300_000);
    for (const language of ["en", "vi", "id", "th", "ms", "km", "my", "zh"]) {
      await page.locator("select.language-switch").selectOption(language);
      await page.waitForFunction((wanted) => document.documentElement.lang.startsWith(wanted), language);
      await page.waitForLoadState("networkidle");
    }
    expect(await page.locator("h1").textContent()).toBe("一次委托，一次检测，处处可信");
    await page.reload();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe("zh-CN");
    expect(reader.errors).toEqual([]);
    await reader.close();
  },
);

test.runIf(browsing)("a wrong password is refused with a sentence, and what was typed stays", async () => {
  const reader = await stage.reader({ language: "en" });
  const { page } = reader;
  await reader.open("/sign-in");
  await page.getByLabel("E-mail").fill("nobody@example.org");
  await page.getByLabel("Password", { exact: true }).fill("not the password");
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  expect(await page.getByRole("alert").first().textContent()).toContain("E-mail or password is not right");
  expect(await page.getByLabel("E-mail").inputValue()).toBe("nobody@example.org");
  expect(reader.errors).toEqual([]);
  await reader.close();
});

test.runIf(browsing)("a page of a member sends a stranger to the sign-in and back", async () => {
  const reader = await stage.reader();
  await reader.page.goto("/security");
  await reader.page.waitForURL(
    ({ pathname, searchParams }) => pathname === "/sign-in" && searchParams.get("next") === "/security",
  );
  expect(reader.errors).toEqual([]);
  await reader.close();
});

test.runIf(browsing)(
  "on a phone the navigation opens as a drawer, holds the focus and closes with Escape",
  async () => {
    const reader = await stage.reader({ width: "phone" });
    const answer = await reader.context.request.get(demoPeople.path);
    const { people } = (await answer.json()) as { people: { id: string }[] };
    await reader.signInAs(people[0]!.id);
    const { page } = reader;
    await page.getByRole("button", { name: "打开菜单" }).click();
    await page.getByRole("dialog", { name: "菜单" }).waitFor();
    expect(await page.evaluate(() => document.activeElement?.closest("dialog") !== null)).toBe(true);
    await page.keyboard.press("Escape");
    await page.getByRole("dialog", { name: "菜单" }).waitFor({ state: "hidden" });
    expect(await reader.shot("home")).toEqual([]);
    expect(reader.errors).toEqual([]);
    await reader.close();
  },
);
