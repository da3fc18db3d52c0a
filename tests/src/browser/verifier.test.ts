import { existsSync } from "node:fs";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { builtPages } from "@quanheng/server/adapters/web/build.ts";
import { VERIFIER_PATH, verifierFile } from "@quanheng/server/adapters/web/verifier-file.ts";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { canBrowse, openBrowser } from "./browser.ts";

// The verifier as a third party has it: a file on a disk, no server, no network.
const browsing = canBrowse("the verifier in one file");
const ROOT = join(import.meta.dirname, "../../..");
const SAMPLES = join(ROOT, "tests/issued");
let folder: string;
let page: Page;
let browser: Browser;
let errors: string[];
let asked: string[];

beforeAll(async () => {
  if (!browsing) return;
  folder = await mkdtemp(join(tmpdir(), "verifier-"));
  const built = await readFile(join(await builtPages(ROOT), VERIFIER_PATH));
  const bundle = JSON.parse(await readFile(join(SAMPLES, "0001-test-report/trust.json"), "utf8"));
  await writeFile(join(folder, "verifier.html"), verifierFile(built, bundle).bytes);
  browser = await openBrowser();
  const context = await browser.newContext({ offline: true, locale: "en-GB", viewport: { width: 390, height: 844 } });
  page = await context.newPage();
  // The lists of a sample were fresh when it was issued.
  await page.clock.setFixedTime(bundle.madeAt);
  errors = [];
  asked = [];
  page.on("pageerror", (error) => errors.push(String(error)));
  page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  page.on("request", (request) => !request.url().startsWith("file:") && asked.push(request.url()));
  await page.goto(pathToFileURL(join(folder, "verifier.html")).href);
}, 60_000);
afterAll(async () => {
  await browser?.close();
  if (folder) await rm(folder, { recursive: true, force: true });
});

type Dropped = { readonly name: string; readonly buffer: Buffer };
const mimeType = "application/octet-stream";
const give = (files: readonly Dropped[]) =>
  page.locator("input[type=file]").setInputFiles(files.map((file) => ({ ...file, mimeType })));
const told = async (names: string) => {
  const answer = page.locator(".answer", { hasText: names });
  await answer.waitFor();
  return answer.getAttribute("data-outcome");
};
const read = async (sample: string, name: string): Promise<Buffer> => readFile(join(SAMPLES, sample, name));

test.runIf(browsing)("every sample of this house is verified from a disk without any network", async () => {
  // Samples of other formats lie beside the reports; they have tests of their own.
  const reports = (await readdir(SAMPLES)).filter((sample) => existsSync(join(SAMPLES, sample, "report.pdf")));
  expect(reports.length).toBeGreaterThan(6);
  for (const sample of reports) {
    await give([
      { name: "trust.json", buffer: await read(sample, "trust.json") },
      { name: `${sample}.pdf`, buffer: await read(sample, "report.pdf") },
      { name: `${sample}.jwt`, buffer: await read(sample, "credential.jwt") },
      { name: `${sample}.tlog-proof`, buffer: await read(sample, "report.tlog-proof") },
    ]);
    expect([sample, await told(`${sample}.pdf`)]).toEqual([sample, "valid"]);
  }
  await page.getByRole("button", { name: "Use the built-in bundle again" }).click();
  await page.getByText("built into this file").waitFor();
  expect([errors, asked]).toEqual([[], []]);
});

test.runIf(browsing)(
  "flipped bytes are refused, a strange bundle vouches for nobody, and both languages fit a phone",
  async () => {
    const sample = "0001-test-report";
    const pdf = await read(sample, "report.pdf");
    for (const at of [0.2, 0.5, 0.9]) {
      const flipped = Buffer.from(pdf);
      const place = Math.floor(flipped.length * at);
      flipped[place] = flipped[place]! ^ 1;
      await give([{ name: `flipped-${at}.pdf`, buffer: flipped }]);
      expect(["altered", "unreadable"]).toContain(await told(`flipped-${at}.pdf`));
    }
    const jwt = (await read(sample, "credential.jwt")).toString().trim();
    await give([{ name: "forged.jwt", buffer: Buffer.from(jwt.replace(/.{6}$/, "AAAAAA")) }]);
    expect(await told("forged.jwt")).toBe("altered");
    await give([{ name: "photo.jpg", buffer: Buffer.from([0xff, 0xd8, 0xff]) }]);
    expect(await told("photo.jpg")).toBe("unreadable");
    await page.getByRole("button", { name: "中文" }).click();
    await page.getByRole("heading", { name: "核验报告与证书" }).waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    expect([errors, asked]).toEqual([[], []]);
  },
);
