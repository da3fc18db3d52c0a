import { join } from "node:path";
import { demoPeople } from "@quanheng/contract/routes/session.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { canBrowse } from "../browser/browser.ts";
import { openStage, type Reader, SCREENS, type Stage } from "../browser/harness.ts";
import {
  acceptContract,
  approve,
  cellOf,
  confirmReceipt,
  definitionOf,
  keep,
  noteSurroundings,
  receiveSample,
  returnReadings,
  sign,
  type Task,
  takeFile,
  tasksIn,
  throughAll,
  typeReadings,
} from "./laboratory.ts";
import { agree, comparePlans, sendCommission, stateProduct } from "./mill.ts";
import { people } from "./people.ts";
import { colourFile, readingsOf, slip, surroundings, withSlip } from "./readings.ts";

const browsing = canBrowse("the journey of a sugar consignment");
/** Each part waits for the whole platform, a browser and four pictures of every page, on a busy machine. [ms] */
const LONG = 240_000;
let broken: string | null = null;

/** One part of the journey. Where a part fails, those after it say so at once instead of waiting for what cannot come. */
function step(name: string, walk: () => Promise<void>): void {
  test.runIf(browsing)(
    name,
    async () => {
      if (broken) throw new Error(`the journey ended in: ${broken}`);
      broken = name;
      await walk().catch(async (error: unknown) => {
        await pictureAll();
        throw error;
      });
      broken = null;
    },
    LONG,
  );
}

/** What everybody has before them when a part fails, and what went wrong in their pages. */
async function pictureAll(): Promise<void> {
  for (const [who, reader] of Object.entries({ ...at, stranger })) {
    for (const error of reader.errors) process.stdout.write(`${who}: ${error}\n`);
    await reader.page.screenshot({ path: join(SCREENS, `failed-${who}.png`), fullPage: true });
  }
}

let stage: Stage;
const at: Record<keyof typeof people, Reader> = {} as never;
let stranger: Reader;
let commission = "";
let report = { number: "", id: "" };
let pdf: Buffer;
const findings: string[] = [];
/** Of every demonstration account. */
let password = "";

beforeAll(async () => {
  if (!browsing) return;
  stage = await openStage();
  for (const who of Object.keys(people) as (keyof typeof people)[]) {
    at[who] = await stage.reader();
    await at[who].signInAs(people[who]);
  }
  stranger = await stage.reader();
  const told = await stranger.context.request.get(demoPeople.path);
  password = ((await told.json()) as { password: string }).password;
}, LONG);
afterAll(async () => {
  await stage?.close();
});

/** Pictures of a page; what is not in order is told at the end, so that a narrow column does not stop the journey. */
async function look(reader: Reader, name: string): Promise<void> {
  findings.push(...(await reader.shot(`sugar-${name}`)));
}
function unharmed(...readers: readonly Reader[]): void {
  for (const reader of readers) expect(reader.errors).toEqual([]);
}

step("1. the mill says what, which lot and which markets, and sees all that applies", async () => {
  await stateProduct(at.mill);
  await look(at.mill, "01-ask");
  commission = await sendCommission(at.mill);
  await look(at.mill, "02-requirements");
  unharmed(at.mill);
});

step("2. it compares plans, reads the rule in plain words, and agrees", async () => {
  await comparePlans(at.mill);
  await look(at.mill, "03-plans");
  await agree(at.mill, commission);
  await look(at.mill, "04-submitted");
  unharmed(at.mill);
});

step("3. the laboratory accepts and receives the sample with a photograph", async () => {
  await at.reviewer.open("/contract-reviews");
  await look(at.reviewer, "05-contract-reviews");
  await at.reviewer.open(`/commissions/${commission}/contract-review`);
  await look(at.reviewer, "06-contract-review");
  await acceptContract(at.reviewer, commission);
  await receiveSample(at.analyst, await at.reviewer.page.screenshot());
  await look(at.analyst, "07-receive");
  await confirmReceipt(at.analyst);
  await look(at.analyst, "08-sample");
  unharmed(at.reviewer, at.analyst);
});

step("4. the analyst enters every test, one from an instrument's file and one with a slip", async () => {
  await at.analyst.open("/tasks");
  await look(at.analyst, "09-tasks");
  const tasks = await tasksIn(at.analyst, "ready");
  expect(tasks.length).toBeGreaterThanOrEqual(10);
  await throughAll(at.analyst, tasks, { part: "", next: "下一项任务" }, measure);
  expect(await tasksIn(at.analyst, "ready")).toEqual([]);
  unharmed(at.analyst);
});

async function measure(task: Task): Promise<void> {
  const { page } = at.analyst;
  if (task.definition === colourFile.definition) {
    await takeFile(page, colourFile);
    await look(at.analyst, "10-bench-file");
  } else if (task.definition === slip.definition) {
    await typeReadings(page, definitionOf(task), withSlip(readingsOf(task.definition)));
    await look(at.analyst, "11-bench");
  } else await typeReadings(page, definitionOf(task), readingsOf(task.definition));
  await noteSurroundings(page, surroundings);
  await keep(at.analyst);
}

step("5. a reviewer returns the slip, the analyst corrects it with a reason, everything is approved", async () => {
  await at.reviewer.open("/reviews");
  await look(at.reviewer, "12-reviews");
  const entered = await tasksIn(at.reviewer, "entered");
  const slipped = entered.find(({ definition }) => definition === slip.definition)!;
  await at.reviewer.open(`/tasks/${slipped.id}/review`);
  await look(at.reviewer, "13-review");
  await returnReadings(at.reviewer, slipped, "第 1 份旋光度与第 2 份相差过大，请核对原始记录。");
  const others = entered.filter(({ id }) => id !== slipped.id);
  const reviews = { part: "/review", next: "下一项" };
  await throughAll(at.reviewer, others, reviews, () => approve(at.reviewer));
  await correct(slipped);
  await throughAll(at.reviewer, [slipped], reviews, () => approve(at.reviewer));
  expect(await tasksIn(at.reviewer, "entered")).toEqual([]);
  unharmed(at.reviewer, at.analyst);
});

async function correct(task: Task): Promise<void> {
  const { page, open } = at.analyst;
  await open(`/tasks/${task.id}`);
  await page.getByText("审核退回").first().waitFor();
  const input = definitionOf(task).inputs.find(({ name }) => name === slip.input)!;
  await cellOf(page, input, slip.portion).fill(readingsOf(slip.definition)[slip.input]![slip.portion]!);
  await page.getByLabel("更正理由").fill("转录时两位数字颠倒，按仪器显示更正。");
  await look(at.analyst, "14-correction");
  await keep(at.analyst);
}

step("6. the signatory decides, signs with a proof of presence, and the report is issued", async () => {
  await at.signatory.open("/decisions");
  await look(at.signatory, "15-decisions");
  await at.signatory.open(`/commissions/${commission}/signing`);
  await look(at.signatory, "16-signing");
  report = await sign(at.signatory, password);
  await look(at.signatory, "17-report");
  const answer = await at.signatory.context.request.get(`/api/attestations/${report.id}/documents/pdf`);
  pdf = await answer.body();
  expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
  unharmed(at.signatory);
});

async function verifyAddress(): Promise<string> {
  const answer = await at.signatory.context.request.get(`/api/attestations/${report.id}`);
  return ((await answer.json()) as { verifyUrl: string }).verifyUrl;
}

/** Drops a file on the open page and waits for what it turns out to be. */
async function drop(content: Buffer, outcome: string): Promise<void> {
  const file = { name: "report.pdf", mimeType: "application/pdf", buffer: content };
  await stranger.page.locator("input[type=file]").setInputFiles(file);
  await stranger.page.locator(`[data-outcome="${outcome}"]`).waitFor();
}

step("7. anyone verifies the PDF; one changed byte is found", async () => {
  await stranger.open("/verify");
  await drop(pdf, "valid");
  for (const check of ["signature", "integrity", "signer", "credential", "data", "issuer", "status", "log"]) {
    await stranger.page.locator(`[data-check="${check}:ok"]`).waitFor();
  }
  await look(stranger, "18-verified");
  const changed = Buffer.from(pdf);
  const middle = Math.floor(changed.length / 2);
  changed[middle] = (changed[middle] ?? 0) ^ 1;
  await drop(changed, "altered");
  await look(stranger, "19-changed");
  // As the QR code on the report leads here.
  await stranger.open(new URL(await verifyAddress()).pathname);
  await stranger.page.locator('[data-outcome="registered"]').waitFor();
  await stranger.page.locator('[data-check="log:ok"]').waitFor();
  await look(stranger, "20-statement");
  await stranger.open("/transparency-log");
  await stranger.page.locator(".log-signature.is-ok").waitFor();
  await look(stranger, "21-log");
  unharmed(stranger);
});

step("8. the mill has followed it all; operator and regulator see what they may", async () => {
  await at.mill.open(`/commissions/${commission}`);
  await look(at.mill, "22-commission");
  await at.mill.open("/notifications");
  await look(at.mill, "23-notifications");
  await at.mill.open("/");
  await look(at.mill, "24-home");
  await at.operator.open("/dashboard");
  await look(at.operator, "25-dashboard");
  await at.regulator.open("/oversight");
  await look(at.regulator, "26-oversight");
  await at.customs.open("/attestations");
  await look(at.customs, "27-attestations");
  unharmed(at.mill, at.operator, at.regulator, at.customs);
});

/** The signatory changes the report's status, with the reason that the public reads. */
async function changeStatus(status: "suspended" | "reinstated" | "withdrawn", reason: string): Promise<void> {
  const { page, open } = at.signatory;
  await open(`/attestations/${report.id}`);
  await page.getByLabel("新状态").selectOption(status);
  await page.getByLabel("原因（公众可见）", { exact: true }).fill(reason);
  await page.getByRole("button", { name: "更改状态" }).click();
  const dialog = page.getByRole("dialog", { name: "确认是您本人" });
  await dialog.getByLabel("密码").fill(password);
  await dialog.getByRole("button", { name: "更改状态" }).click();
  await page.locator(`.page-head [data-status="${status}"]`).waitFor();
}

step("9. suspended, valid again and withdrawn are told apart, each with its reason", async () => {
  await changeStatus("suspended", "正在复核抽样记录。");
  await stranger.open("/verify");
  await drop(pdf, "suspended");
  await stranger.page.getByText("正在复核抽样记录").waitFor();
  await changeStatus("reinstated", "复核无误。");
  await stranger.open("/verify");
  await drop(pdf, "valid");
  await changeStatus("withdrawn", "抽样批号有误，报告撤销。");
  await stranger.open("/verify");
  await drop(pdf, "withdrawn");
  await stranger.page.getByText("抽样批号有误").waitFor();
  await look(stranger, "28-withdrawn");
  await look(at.signatory, "29-status-history");
  unharmed(at.signatory, stranger);
});

step("10. every page on the way was in order at both widths and in both languages", async () => {
  expect(findings).toEqual([]);
});
