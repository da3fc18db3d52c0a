import { issued } from "@quanheng/formats/verify/testing/demo-house.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { canBrowse } from "./browser.ts";
import { openStage, type Reader, type Stage } from "./harness.ts";

const browsing = canBrowse("the public verification pages");
let stage: Stage;
/** A house that the platform does not know, with documents and a trust bundle of its own. */
let stranger: Awaited<ReturnType<typeof issued>>;
beforeAll(async () => {
  if (!browsing) return;
  [stage, stranger] = await Promise.all([openStage(), issued()]);
}, 120_000);
afterAll(async () => {
  await stage?.close();
});

type Handed = { readonly name: string; readonly content: string | Uint8Array };

async function handIn({ page }: Reader, { name, content }: Handed): Promise<void> {
  const buffer = Buffer.from(content);
  await page.locator("input[type=file]").setInputFiles({ name, mimeType: "application/octet-stream", buffer });
}

/** The outcome of what was handed in last, by its code. */
async function outcome({ page }: Reader, wanted: string): Promise<void> {
  await page.locator(`[data-outcome="${wanted}"]`).waitFor();
}

test.runIf(browsing)("a report of an unknown house is whole, but nobody vouches for its signer", async () => {
  const reader = await stage.reader();
  await reader.open("/verify");
  expect(await reader.shot("verify")).toEqual([]);
  await handIn(reader, { name: "report.pdf", content: stranger.pdf });
  await outcome(reader, "unknown-signer");
  await reader.page.locator('[data-check="integrity:ok"]').waitFor();
  expect(await reader.page.locator(".outcome").textContent()).toContain("Unknown signer");
  expect(await reader.shot("verify-unknown-signer")).toEqual([]);
  expect(reader.errors).toEqual([]);
  await reader.close();
});

test.runIf(browsing)("with a trust bundle of the reader's own it is judged anew, and back without it", async () => {
  const reader = await stage.reader({ language: "en" });
  await reader.open("/verify");
  await handIn(reader, { name: "trust.json", content: JSON.stringify(stranger.trust) });
  await handIn(reader, { name: "report.jwt", content: stranger.credential });
  await outcome(reader, "valid");
  expect(await reader.shot("verify-valid")).toEqual([]);
  await reader.page.getByRole("button", { name: "Do without my trust bundle" }).click();
  await outcome(reader, "unknown-signer");
  expect(reader.errors).toEqual([]);
  await reader.close();
});

test.runIf(browsing)(
  "one changed byte and a strange file are told apart, and nothing is sent to the platform",
  async () => {
    const reader = await stage.reader();
    const sent: string[] = [];
    reader.page.on("request", (request) => {
      if (request.method() !== "GET") sent.push(request.url());
    });
    await reader.open("/verify");
    const changed = stranger.pdf.slice();
    changed[200] = (changed[200] ?? 0) ^ 1;
    await handIn(reader, { name: "changed.pdf", content: changed });
    await outcome(reader, "altered");
    expect(await reader.shot("verify-changed")).toEqual([]);
    await handIn(reader, { name: "photo.jpg", content: Uint8Array.of(0xff, 0xd8, 0xff) });
    await outcome(reader, "unreadable");
    expect(sent).toEqual([]);
    expect(reader.errors).toEqual([]);
    await reader.close();
  },
);

test.runIf(browsing)("a number that nobody issued is not found, and the reader can type another", async () => {
  const reader = await stage.reader({ width: "phone" });
  await reader.open("/verify");
  const { page } = reader;
  await page.getByLabel("报告编号").fill("abc");
  await page.getByRole("button", { name: "查询" }).click();
  expect(await page.getByRole("alert").textContent()).toContain("至少 6 个字符");
  await page.getByLabel("报告编号").fill("ｇｘｔ-2026－999999");
  await page.getByRole("button", { name: "查询" }).click();
  await page.waitForURL("**/verify/gxt-2026-999999");
  await outcome(reader, "not-found");
  expect(await reader.shot("verify-not-found")).toEqual([]);
  expect(reader.errors).toEqual([]);
  await reader.close();
});

test.runIf(browsing)("whoever issues and oversees finds the statements, the log says how to check it", async () => {
  const reader = await stage.reader();
  await reader.signInAs("per-nongxiuying");
  await reader.open("/attestations");
  expect(await reader.shot("attestations-empty")).toEqual([]);
  await reader.open("/transparency-log");
  await reader.page.getByText("日志还没有条目").waitFor();
  expect(await reader.shot("transparency-log-empty")).toEqual([]);
  expect(reader.errors).toEqual([]);
  await reader.close();
});

test.runIf(browsing)(
  "a page that was loaded once verifies with the platform gone; signed-in pages are not kept",
  async () => {
    const reader = await stage.reader({ language: "en", width: "phone" });
    await reader.open("/verify");
    const { page, context } = reader;
    await page.locator('[data-offline="ready"]').waitFor();
    await context.setOffline(true);
    await page.reload();
    const mimeType = "application/octet-stream";
    const files = [
      { name: "trust.json", buffer: Buffer.from(JSON.stringify(stranger.trust)), mimeType },
      { name: "report.pdf", buffer: Buffer.from(stranger.pdf), mimeType },
      { name: "report.jwt", buffer: Buffer.from(stranger.credential), mimeType },
      { name: "report.tlog-proof", buffer: Buffer.from(stranger.proof), mimeType },
    ];
    const outcome = (code: string) => page.locator(`[data-outcome="${code}"]`).waitFor();
    await page.locator("input[type=file]").setInputFiles(files);
    await outcome("valid");
    const changed = Buffer.from(stranger.pdf);
    changed[200] = changed[200]! ^ 1;
    await page.locator("input[type=file]").setInputFiles({ name: "changed.pdf", buffer: changed, mimeType });
    await outcome("altered");

    const kept = await page.evaluate(async () => {
      const caches_ = await Promise.all((await caches.keys()).map((name) => caches.open(name)));
      const requests = (await Promise.all(caches_.map((cache) => cache.keys()))).flat();
      return requests.map(({ url }) => new URL(url).pathname);
    });
    expect(kept.filter((path) => !path.startsWith("/assets/")).toSorted((a, b) => (a < b ? -1 : 1))).toEqual([
      "/api/public/trust",
      ...kept.filter((path) => path === "/logo.svg"),
      "/verify",
    ]);
    await expect(page.goto("/sign-in")).rejects.toThrow(/ERR_INTERNET_DISCONNECTED/);
    await reader.close();
  },
);
