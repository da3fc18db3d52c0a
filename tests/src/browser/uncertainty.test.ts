import { readFile } from "node:fs/promises";
import { lawOf } from "@quanheng/kernel/uncertainty/evaluation.ts";
import { readModelFile } from "@quanheng/kernel/uncertainty/model-file.ts";
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { canBrowse } from "./browser.ts";
import { openStage, type Reader, type Stage } from "./harness.ts";

const browsing = canBrowse("the uncertainty workbench");
/** Pictures of a long page at two widths in two languages, on a busy machine. [ms] */
const LONG = 240_000;
let stage: Stage;
let reader: Reader;
beforeAll(async () => {
  if (!browsing) return;
  stage = await openStage();
  reader = await stage.reader({ language: "en" });
}, LONG);
afterAll(async () => {
  await reader?.close();
  await stage?.close();
});

/** A cell of the table of methods. */
function cell(page: Page, row: string, column: number): Locator {
  return page
    .getByRole("region", { name: "Methods side by side" })
    .getByRole("row", { name: row })
    .locator("td")
    .nth(column);
}

const examples = (page: Page) => page.getByRole("combobox", { name: "Published examples" });
const model = (page: Page) => page.getByLabel("Formulas, one a line");

async function saved(page: Page, button: string): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: button, exact: true }).click(),
  ]);
  return readFile(await download.path(), "utf8");
}

/** The longest time between two frames while something is done. [ms] */
async function longestFrame(page: Page, work: () => Promise<void>): Promise<{ longest: number; median: number }> {
  await page.evaluate(() => {
    const frames: number[] = [];
    const tick = (now: number) => {
      frames.push(now);
      if (!(window as { framesDone?: boolean }).framesDone) requestAnimationFrame(tick);
    };
    Object.assign(window, { frames, framesDone: false });
    requestAnimationFrame(tick);
  });
  await work();
  return page.evaluate(() => {
    Object.assign(window, { framesDone: true });
    const { frames } = window as unknown as { frames: number[] };
    const gaps = frames.slice(1).map((time, k) => time - frames[k]!);
    return { longest: Math.max(...gaps), median: gaps.sort((a, b) => a - b)[Math.floor(gaps.length / 2)] ?? 0 };
  });
}

test.runIf(browsing)(
  "opening the page starts one engine: nothing around it makes the page begin twice",
  async () => {
    const fresh = await stage.reader({ language: "zh" });
    let engines = 0;
    fresh.page.on("worker", () => engines++);
    await fresh.open("/uncertainty");
    expect(engines).toBe(1);
    await fresh.close();
  },
  LONG,
);

// JCGM 100:2008, H.1.6 and H.1.7.
test.runIf(browsing)(
  "a visitor picks H.1 and reads U = 93 nm, k = 2.92, and 34 nm with the terms of second order",
  async () => {
    const { page } = reader;
    await reader.open("/uncertainty");
    await examples(page).selectOption("gum-h1");
    await expect.poll(() => cell(page, "Expanded uncertainty U", 0).textContent()).toBe("93");
    expect(await cell(page, "Coverage factor k", 0).textContent()).toBe("2.92");
    expect(await cell(page, "Standard uncertainty u(y)", 0).textContent()).toBe("31.71");
    expect(await cell(page, "Standard uncertainty u(y)", 1).textContent()).toBe("33.91");
    // Its t distribution has no standard deviation.
    await page.getByText(/“dt” is drawn from a t with 2 degrees of freedom/).waitFor();
    await page.getByText("qh-qmc/1").waitFor();
  },
  LONG,
);

test.runIf(browsing)(
  "Monte Carlo runs beside the page, which stays smooth, and is judged",
  async () => {
    const { page } = reader;
    await examples(page).selectOption("s1-mass");
    await expect.poll(() => cell(page, "Standard uncertainty u(y)", 0).textContent()).toBe("0.05385");
    const frames = await longestFrame(page, async () => {
      await page.getByRole("button", { name: "Run Monte Carlo" }).click();
      await page.getByText(/trials in .* engine qh-mcm/).waitFor();
    });
    process.stdout.write(
      `frames during a run: median ${frames.median.toFixed(1)} ms, longest ${frames.longest.toFixed(1)} ms\n`,
    );
    // JCGM 101:2008, table 6: 0.0754 by the trials; first order is rejected, second order accepted.
    expect(Math.abs(Number(await cell(page, "Standard uncertainty u(y)", 3).textContent()) - 0.0755)).toBeLessThan(
      0.0005,
    );
    expect(await cell(page, "JCGM 101, clause 8", 0).textContent()).toContain("does not agree");
    expect(await cell(page, "JCGM 101, clause 8", 1).textContent()).toMatch(/^✓ agrees\s*by Monte Carlo/);
  },
  LONG,
);

test.runIf(browsing)(
  "typing keeps the page smooth, and a broken model is shown at its place; nothing is lost by a reload",
  async () => {
    const { page } = reader;
    await examples(page).selectOption("eight-inputs");
    await model(page).focus();
    await page.keyboard.press("End");
    const frames = await longestFrame(page, () => page.keyboard.type(" + 0*x1 + 0*x2 + 0*x3", { delay: 40 }));
    process.stdout.write(
      `frames while typing: median ${frames.median.toFixed(1)} ms, longest ${frames.longest.toFixed(1)} ms\n`,
    );
    await model(page).fill("y = a*(b + c");
    await page.getByText("Line 1, character 13").waitFor();
    expect(await model(page).getAttribute("aria-invalid")).toBe("true");
    await page.getByText("These results are of what stood there before.").waitFor();
    await page.reload();
    await page.getByText("Line 1, character 13").waitFor();
    expect(await model(page).inputValue()).toBe("y = a*(b + c");
    await page.getByText(/No longer used by the model, but kept: x1/).waitFor();
    await model(page).fill("y = x1*x4");
    await page.getByRole("textbox", { name: "x1: Std. uncertainty u" }).fill("-1");
    await page.locator(".input-row .field-problem").first().waitFor();
  },
  LONG,
);

test.runIf(browsing)(
  "a run that never ends is cancelled, and the page goes on",
  async () => {
    const { page } = reader;
    const content = { model: { y: "x**2" }, inputs: { x: { distribution: "t", x: "0", scale: "1", dof: "3" } } };
    const file = { name: "endless.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(content)) };
    await page.locator("input[type=file]").setInputFiles(file);
    await page.getByText("endless.json is open.").waitFor();
    await page.getByRole("button", { name: "Run Monte Carlo" }).click();
    await page.getByText(/trials so far/).waitFor();
    await page.getByRole("button", { name: "Cancel" }).click();
    await page.getByText("Cancelled; nothing was kept.").waitFor();
    const broken = { name: "broken.json", mimeType: "application/json", buffer: Buffer.from("{") };
    await page.locator("input[type=file]").setInputFiles(broken);
    await page.getByText(/broken.json is no JSON file/).waitFor();
    expect(await model(page).inputValue()).toBe("y = x**2");
  },
  LONG,
);

test.runIf(browsing)(
  "what is exported is what stands there: model, results, budget, pictures, appendix",
  async () => {
    const { page } = reader;
    await examples(page).selectOption("quam-a1");
    await expect.poll(() => cell(page, "Estimate y", 0).textContent()).toBe("1002.70");
    await page.getByText("Pass", { exact: true }).waitFor();
    const [output] = lawOf(readModelFile(JSON.parse(await saved(page, "Model file (JSON)"))));
    expect(output?.first.u.toFixed(4)).toBe("0.8352");
    expect(JSON.parse(await saved(page, "Results (JSON)"))).toMatchObject({ outputs: [{ name: "c" }] });
    expect(await saved(page, "Budget (CSV)")).toMatch(/^\ufeffResult,Input,.*\r\nc,m,100\.28,0\.05,inf,normal,/);
    for (const button of ["Histogram (SVG)", "Budget chart (SVG)"])
      expect(await saved(page, button)).toMatch(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n<svg [\s\S]*<\/svg>\s*$/);
    expect(await saved(page, "Report appendix (Typst)")).toContain(
      '#heading(level: 2, "Evaluation of measurement uncertainty")',
    );
  },
  LONG,
);

test.runIf(browsing)(
  "the pictures are in order in both languages at both widths",
  async () => {
    // A browser of its own: what it asked for a thread that was cancelled never counts as answered.
    const fresh = await stage.reader({ language: "en" });
    const { page } = fresh;
    await fresh.open("/uncertainty");
    await examples(page).selectOption("gum-h2");
    await expect.poll(() => cell(page, "Estimate y", 0).textContent()).toBe("127.732");
    await page.getByText("How the outputs hang together").waitFor();
    await page.getByRole("button", { name: "Run Monte Carlo" }).click();
    await page.getByText(/trials in .* engine qh-mcm/).waitFor();
    expect(await fresh.shot("uncertainty-h2")).toEqual([]);
    await examples(page).selectOption("s1-mass");
    await expect.poll(() => cell(page, "Standard uncertainty u(y)", 0).textContent()).toBe("0.05385");
    await model(page).fill("dm = (mRc + dmRc)*(1 + (ra - 1.2)*(1/rW - 1/rR) - 100000");
    await page.getByText(/^Line 1, character/).waitFor();
    expect(await fresh.shot("uncertainty-broken")).toEqual([]);
    expect([...reader.errors, ...fresh.errors]).toEqual([]);
    await fresh.close();
  },
  LONG,
);
