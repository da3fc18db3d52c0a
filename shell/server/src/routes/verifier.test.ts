import { createHash } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isBundle } from "@quanheng/formats/verify/trust.ts";
import { expect, onTestFinished, test } from "vitest";
import { readPageFiles } from "../adapters/web/page-files.ts";
import { verifierFile } from "../adapters/web/verifier-file.ts";
import { openHouse } from "../testing/house.ts";

const PAGE = '<!doctype html><script type="application/json" id="trust">null</script>';

test("the verifier is handed out as a file with this house's trust inside, under its SHA-256", async (t) => {
  const folder = await mkdtemp(join(tmpdir(), "pages-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  await writeFile(join(folder, "verifier.html"), PAGE);
  const files = await readPageFiles(folder);
  const pages = { state: () => "ready" as const, settled: Promise.resolve(), file: (path: string) => files.get(path) };
  const { send } = await openHouse(t, { pages });

  const { statusCode, headers, body } = await send("GET", "/verifier.html");
  expect([statusCode, headers["content-disposition"]]).toEqual([200, 'attachment; filename="quanheng-verifier.html"']);
  const sha256 = createHash("sha256").update(body).digest("hex");
  expect((await send("GET", "/verifier.html.sha256")).body).toBe(`${sha256}  quanheng-verifier.html\n`);
  const inside: unknown = JSON.parse(/id="trust">(.*)<\/script>/.exec(body)?.[1] ?? "");
  expect(isBundle(inside)).toBe(true);
  const again = await send("GET", "/verifier.html", { headers: { "if-none-match": `"${sha256}"` } });
  expect(again.statusCode).toBe(304);
});

test("nothing inside a bundle can leave its place in the page", () => {
  const hostile = { certificates: ["</script><script>alert(1)</script>$&"], logs: [], witnesses: [] };
  const bundle = { ...hostile, dids: {}, statusLists: {}, madeAt: "2026-11-25T08:00:00Z" };
  const html = verifierFile(Buffer.from(PAGE), bundle).bytes.toString();
  expect(html.match(/<script/g)).toHaveLength(1);
  expect(JSON.parse(/id="trust">(.*)<\/script>/.exec(html)?.[1] ?? "")).toEqual(bundle);
});
