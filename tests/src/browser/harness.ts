import { mkdirSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type RunningServer, startServer } from "@quanheng/server/main.ts";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { openBrowser } from "./browser.ts";
import { pageFindings } from "./page-checks.ts";
import { quiet, watchTraffic } from "./traffic.ts";

/** A whole platform on a free port with a folder of its own, and a browser before it. */
export type Stage = {
  readonly url: string;
  readonly server: RunningServer;
  /** A new reader with an empty browser: nobody is signed in, errors of the page are collected. */
  reader(options?: ReaderOptions): Promise<Reader>;
  close(): Promise<void>;
};

export type ReaderOptions = { readonly language?: "zh" | "en"; readonly width?: keyof typeof SIZES };

export type Reader = {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Signs in as a person of the demonstration (`per-…`) or by e-mail, without the page; then opens the start page. */
  signInAs(who: string, password?: string): Promise<void>;
  /** Opens an address and waits until nothing is loading any more. */
  open(path: string): Promise<void>;
  /** What is not in order in either language at either width; with `QUANHENG_SCREENS=1` pictures of all four in `out/screens`. */
  shot(name: string): Promise<string[]>;
  /** What went wrong in the page since the beginning: exceptions, errors on the console, answers of 500 and above. */
  readonly errors: readonly string[];
  close(): Promise<void>;
};

/** The two screens that every page is made for. */
export const SIZES = { desk: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } } as const;

/** Where the pictures of a run lie. */
export const SCREENS = join(import.meta.dirname, "../../../out/screens");

/** Drawing whole pages takes a tenth of the suite, and nobody looks at them in a run that only asks whether all is well. */
const PICTURED = process.env["QUANHENG_SCREENS"] === "1";

/** Starts both. Use it in `beforeAll` and close it in `afterAll`. */
export async function openStage(): Promise<Stage> {
  const dataDir = await mkdtemp(join(tmpdir(), "quanheng-stage-"));
  const limits = { signIn: null, account: null, publicApi: null };
  const server = await startServer({ port: 0, host: "127.0.0.1", dataDir, demo: true, limits });
  await server.house.pages.settled;
  const browser = await openBrowser();
  return {
    url: server.url,
    server,
    reader: (options) => openReader(browser, server.url, options),
    async close() {
      await browser.close();
      await server.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function openReader(
  browser: Browser,
  url: string,
  { language = "zh", width = "desk" }: ReaderOptions = {},
): Promise<Reader> {
  const context = await browser.newContext({
    baseURL: url,
    viewport: SIZES[width],
    locale: language === "zh" ? "zh-CN" : "en-GB",
    timezoneId: "Asia/Shanghai",
    reducedMotion: "reduce",
    acceptDownloads: true,
  });
  context.setDefaultTimeout(75_000);
  const page = await context.newPage();
  const errors = collectErrors(page);
  watchTraffic(page);
  return {
    page,
    context,
    errors,
    async signInAs(who, password) {
      await signIn(context, who, password);
      await open(page, "/");
    },
    open: (path) => open(page, path),
    shot: (name) => shot(page, name),
    close: () => context.close(),
  };
}

async function signIn(context: BrowserContext, who: string, password = ""): Promise<void> {
  const headers = { "x-quanheng-request": "test" };
  const answer = who.includes("@")
    ? await context.request.post("/api/auth/sign-in/email", { headers, data: { email: who, password } })
    : await context.request.post("/api/demo/sign-in", { headers, data: { personId: who } });
  if (!answer.ok()) throw new Error(`sign-in as ${who} failed: ${answer.status()} ${await answer.text()}`);
}

async function open(page: Page, path: string): Promise<void> {
  await page.goto(path, { waitUntil: "domcontentloaded" });
  await settled(page);
}

/** The page has drawn itself, asks the platform nothing more, and shows nothing that is still loading. */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(
    () => document.querySelector("main h1") !== null && document.querySelector(".loading") === null,
  );
  await quiet(page);
}

async function shot(page: Page, name: string): Promise<string[]> {
  if (PICTURED) mkdirSync(SCREENS, { recursive: true });
  const before = page.viewportSize() ?? SIZES.desk;
  const language = await page.locator("select.language-switch").inputValue();
  const findings: string[] = [];
  for (const spoken of ["zh", "en"]) {
    await page.locator("select.language-switch").selectOption(spoken);
    await settled(page);
    for (const [width, size] of Object.entries(SIZES)) {
      await page.setViewportSize(size);
      // A whole page is drawn from where it was scrolled to: the header that stays in sight would lie in its middle.
      await page.evaluate(() => window.scrollTo({ top: 0, behavior: "instant" }));
      await drawn(page);
      if (PICTURED) await page.screenshot({ path: join(SCREENS, `${name}-${width}-${spoken}.png`), fullPage: true });
      findings.push(...(await pageFindings(page)).map((finding) => `${name} (${width}, ${spoken}): ${finding}`));
    }
  }
  await page.setViewportSize(before);
  await page.locator("select.language-switch").selectOption(language);
  return findings;
}

/** The page has been laid out and painted at its present width, and what moves has arrived; a width asks nothing of the platform. */
async function drawn(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    const ends = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
    await Promise.allSettled(ends.map(({ finished }) => finished));
  });
}

function collectErrors(page: Page): readonly string[] {
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(`exception: ${error.stack ?? error.message}`));
  page.on("console", (message) => {
    if (message.type() === "error" && !REFUSED.test(message.text())) errors.push(`console: ${message.text()}`);
  });
  page.on("response", (response) => {
    if (response.status() >= 500) errors.push(`answer ${response.status()}: ${response.url()}`);
  });
  return errors;
}

/** The browser's own remark on an answer of 4xx: a refusal is part of the platform's speech, not an error of the page. */
const REFUSED = /Failed to load resource: the server responded with a status of 4\d\d/;
