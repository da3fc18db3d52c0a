import { definitionById } from "@quanheng/centres/registry.ts";
import type { MethodDefinition, MethodInput } from "@quanheng/flow/determination/method.ts";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { type Reader, settled } from "../browser/harness.ts";
import type { surroundings, Typed } from "./readings.ts";

export type Task = { readonly id: string; readonly definition: string; readonly characteristic: string };

/** The laboratory says yes after its contract review. */
export async function acceptContract({ page, open }: Reader, commission: string): Promise<void> {
  await open(`/commissions/${commission}/contract-review`);
  await page.getByRole("button", { name: "受理", exact: true }).click();
  await page.getByText("已受理。").waitFor();
}

/** A sample arrives at the counter: found by its number, photographed with the phone. */
export async function receiveSample({ page, open }: Reader, photo: Buffer): Promise<void> {
  await open("/samples");
  await page.locator("table.data-table tbody a").first().click();
  await page.getByRole("button", { name: "确认接收" }).waitFor();
  await page.getByRole("radio", { name: "完好" }).check();
  await page.getByLabel("到样温度").fill("22.5");
  const file = { name: "sample.png", mimeType: "image/png", buffer: photo };
  await page.locator('input[type=file][accept="image/*"]').setInputFiles(file);
  await page.getByText("照片已保存").waitFor();
}

export async function confirmReceipt({ page }: Reader): Promise<void> {
  await page.getByRole("button", { name: "确认接收" }).click();
  await page.getByRole("heading", { name: "接收记录" }).waitFor();
}

/** Tests of the laboratory in one state, as its people see them. */
export async function tasksIn({ context }: Reader, state: string): Promise<Task[]> {
  const answer = await context.request.get(`/api/tasks?state=${state}&limit=200`);
  expect(answer.ok(), await answer.text()).toBe(true);
  return ((await answer.json()) as { items: Task[] }).items;
}

/**
 * Goes through tests or reviews one after the other, as people do: each saved one leads to the next.
 *
 * @param part what the address of one has after its id
 * @param next how the way to the next one is named
 */
export async function throughAll(
  { page, open }: Reader,
  tasks: readonly Task[],
  { part, next }: { readonly part: string; readonly next: string },
  each: (task: Task) => Promise<void>,
): Promise<void> {
  await open(`/tasks/${tasks[0]!.id}${part}`);
  for (let left = tasks.length; left > 0; left--) {
    const task = tasks.find(({ id }) => page.url().endsWith(`/tasks/${id}${part}`));
    if (!task) throw new Error(`${page.url()} is none of what waits`);
    await each(task);
    if (left === 1) return;
    await page.getByRole("link", { name: next }).click();
    await page.getByRole("link", { name: next }).waitFor({ state: "hidden" });
  }
}

export async function typeReadings(page: Page, definition: MethodDefinition, typed: Typed): Promise<void> {
  for (const input of definition.inputs) {
    const texts = typed[input.name];
    // What is preset stands there already.
    if (texts === undefined || texts === input.preset) continue;
    if (typeof texts === "string") await page.getByLabel(input.label.zh, { exact: false }).first().fill(texts);
    else for (const [at, text] of texts.entries()) await cellOf(page, input, at).fill(text);
  }
}

/** Temperature and humidity of the room, without which a reviewer asks. */
export async function noteSurroundings(page: Page, room: typeof surroundings): Promise<void> {
  await page.getByLabel("环境温度").fill(room.temperatureC);
  await page.getByLabel("相对湿度").fill(room.humidityPercent);
}

/** One place of a series, by the name that it has for a screen reader too. */
export function cellOf(page: Page, input: MethodInput, portion: number) {
  return page.getByRole("textbox", { name: new RegExp(`^${escaped(input.label.zh)}.*平行样 ${portion + 1}$`) });
}

/** An instrument's export is kept with its hash, shown, and taken into the form. */
export async function takeFile(page: Page, file: { name: string; text: string }): Promise<void> {
  await page.getByText("仪器文件（CSV、XLSX）").click();
  const content = { name: file.name, mimeType: "text/csv", buffer: Buffer.from(file.text) };
  await page.locator('.csv input[type="file"]').setInputFiles(content);
  await page.getByRole("button", { name: "填入表格" }).click();
  await page.getByText("读数来自已保存的仪器文件").waitFor();
}

/** Keeps what is typed. The result and the verdicts stand beside it before anything is sent. */
export async function keep({ page }: Reader): Promise<void> {
  await chooseInstruments(page);
  await page.getByRole("complementary", { name: "实时结果" }).locator(".quantity").first().waitFor();
  await page.getByRole("button", { name: /^保存(读数|更正)$/ }).click();
  await page.getByText("读数已保存").waitFor();
}

/** Where several instruments of a kind may be used, the first that may. */
async function chooseInstruments(page: Page): Promise<void> {
  const open = page.locator("select.text-input").filter({ has: page.locator('option[value=""]') });
  for (let left = await open.count(); left > 0; left--) {
    const choice = open.first().locator('option[value^="equ-"]:not([disabled])').first();
    await open.first().selectOption((await choice.getAttribute("value")) ?? "");
  }
}

export function definitionOf({ definition }: Pick<Task, "definition">): MethodDefinition {
  const found = definitionById(definition);
  if (!found) throw new Error(`no method ${definition}`);
  return found;
}

/** The reviewer confirms what calls for attention and lets the readings pass. */
export async function approve({ page }: Reader): Promise<void> {
  await page.getByRole("button", { name: "通过", exact: true }).waitFor();
  for (const box of await page.locator(".checklist input[type=checkbox]").all()) await box.check();
  await page.getByRole("button", { name: "通过", exact: true }).click();
  await page.getByText("已通过。").waitFor();
}

/** Without a word of what is wrong nothing can be returned. */
export async function returnReadings({ page, open }: Reader, task: Task, comment: string): Promise<void> {
  await open(`/tasks/${task.id}/review`);
  await page.getByRole("button", { name: "退回更正" }).click();
  await page.getByText("退回时请写明需要更正什么。").waitFor();
  await page.getByLabel("意见").fill(comment);
  await page.getByRole("button", { name: "退回更正" }).click();
  await page.getByText("已退回，检测员会收到通知。").waitFor();
}

/** The signatory reads, proves who sits here, and signs. @returns number and id of the report */
export async function sign({ page }: Reader, password: string): Promise<{ number: string; id: string }> {
  await page.getByRole("button", { name: "判定并签发" }).click();
  const dialog = page.getByRole("dialog", { name: "确认是您本人" });
  await dialog.getByLabel("密码").fill(password);
  await dialog.getByRole("button", { name: "判定并签发" }).click();
  const title = page.getByRole("heading", { name: /^报告 .+ 已签发$/ });
  await title.waitFor({ timeout: 60_000 });
  const number = /报告 (\S+) 已签发/.exec((await title.textContent()) ?? "")?.[1] ?? "";
  await page.getByRole("link", { name: "查看报告" }).click();
  await page.waitForURL(/\/attestations\/att-/);
  await settled(page);
  return { number, id: /att-[^/]+/.exec(page.url())?.[0] ?? "" };
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
