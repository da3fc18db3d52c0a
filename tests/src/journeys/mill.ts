import { expect } from "vitest";
import type { Reader } from "../browser/harness.ts";

const CLAIMS = [
  [/^中国：/, "first"],
  [/^越南：/, "A"],
  [/^印度尼西亚：/, "GKP-1"],
  [/法典.*：/, "plantation-or-mill-white"],
] as const;

/** The mill states what, which lot, which markets. */
export async function stateProduct({ page, open }: Reader): Promise<void> {
  await open("/commissions/new");
  await page.getByRole("radio", { name: /白砂糖/ }).check();
  await page.getByLabel("批号").fill("GX-2026-1125");
  // A Chinese keyboard writes wide digits; they are taken as what they are.
  await page.getByLabel("批量", { exact: true }).fill("５００");
  for (const market of ["CN", "VN", "ID", "CODEX"]) {
    await page.getByRole("checkbox", { name: new RegExp(`^${market}`) }).check();
  }
  for (const [label, value] of CLAIMS) await page.getByLabel(label).selectOption(value);
  await page.getByText("最严限值").waitFor();
}

/** What was typed is still there after the page was loaded anew, and becomes a commission. */
export async function sendCommission({ page }: Reader): Promise<string> {
  await page.reload();
  await page.getByText("已恢复您").waitFor();
  expect(await page.getByLabel("批号").inputValue()).toBe("GX-2026-1125");
  await page.getByRole("button", { name: "保存并查看全部要求" }).click();
  await page.waitForURL(/\/commissions\/com-[^/]+\/requirements$/);
  await page.getByRole("heading", { name: "各市场对照" }).waitFor();
  return /com-[^/]+/.exec(page.url())?.[0] ?? "";
}

/** Compares the plans, keeps the cheapest and the recommended rule, and agrees. */
export async function agree({ page }: Reader, commission: string): Promise<void> {
  await page.getByRole("button", { name: "核对并同意" }).click();
  const dialog = page.getByRole("dialog", { name: "同意方案与规则" });
  await dialog.getByRole("button", { name: "我同意，提交委托" }).click();
  await page.waitForURL(`**/commissions/${commission}`);
  await page.getByText("委托已交实验室").waitFor();
}

export async function comparePlans({ page }: Reader): Promise<void> {
  await page.getByRole("link", { name: "比较方案" }).click();
  await page.getByRole("button", { name: "核对并同意" }).waitFor({ timeout: 60_000 });
  expect(await page.getByText("合在一起做，省多少").count()).toBe(1);
}
