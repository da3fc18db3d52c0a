import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { attachedFiles } from "@quanheng/formats/pdf/attachments.ts";
import { openPdf } from "@quanheng/formats/pdf/document.ts";
import { as, type PdfDict } from "@quanheng/formats/pdf/value.ts";
import { verifyPades } from "@quanheng/formats/signature/pades-verify.ts";
import { certificatesOfPem } from "@quanheng/formats/signature/pem.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type KeyStore, openKeyStore } from "../keys/key-store.ts";
import { renderReport } from "../pdf/render-report.ts";
import { sampleSnapshot } from "../pdf/testing/sample-snapshot.ts";
import { openTypesetter, type Typesetter } from "../typst/typesetter.ts";
import { signReport } from "./sign-report.ts";

const snapshotJson = JSON.stringify(sampleSnapshot);
const credential = "eyJhbGciOiJFZERTQSJ9.e30.c2ln";

let folder = "";
let typesetter: Typesetter;
let keys: KeyStore;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "report-"));
  typesetter = openTypesetter();
  keys = openKeyStore({ folder, passphrase: null, demonstration: true, now: () => new Date("2026-11-25T08:00:00Z") });
});
afterAll(async () => {
  await typesetter.close();
  rmSync(folder, { recursive: true });
});

function has(tool: string): boolean {
  const found = spawnSync(tool, ["--version"]).error === undefined;
  if (!found) console.info(`${tool} is not installed: the checks that need it did not run`);
  return found;
}

async function issued() {
  const { issuer, persons, issuedAt } = sampleSnapshot;
  const report = await renderReport(typesetter, sampleSnapshot, { snapshotJson, credential });
  const signatory = persons.find(({ role }) => role === "signatory")?.name ?? { zh: "", en: "" };
  const signer = await keys.signerOf(issuer);
  const signature = { signer, sm2: null, signatory, institution: issuer.name, signedAt: issuedAt };
  return { report, file: (await signReport(report, signature)).file };
}

async function roots() {
  return (await keys.certificates()).flatMap(certificatesOfPem);
}

test("the same snapshot gives the same bytes, also from a compiler that has just been started", async () => {
  const fresh = openTypesetter();
  try {
    const other = await renderReport(fresh, sampleSnapshot, { snapshotJson, credential });
    const { report } = await issued();
    const again = await renderReport(typesetter, sampleSnapshot, { snapshotJson, credential });
    expect(Buffer.from(report.pdf).equals(other.pdf)).toBe(true);
    expect(Buffer.from(report.pdf).equals(again.pdf)).toBe(true);
    expect(other.place).toEqual(report.place);
  } finally {
    await fresh.close();
  }
});

test("an issued report is signed as a whole by an institution the authority vouches for", async () => {
  const { file } = await issued();
  const verdict = verifyPades(file, { roots: await roots() });
  expect(verdict).toMatchObject({ found: true, intact: true, coversWholeFile: true, trusted: true, reasons: [] });
  expect(verdict.signedAt).toBe(sampleSnapshot.issuedAt);
  expect(sampleSnapshot.issuer.name.en.startsWith(verdict.signer?.subject ?? "?")).toBe(true);
});

test("snapshot and credential travel inside, byte for byte", async () => {
  const files = attachedFiles((await issued()).file);
  const content = (name: string) => new TextDecoder().decode(files.find((file) => file.name === name)?.bytes);
  expect(content("snapshot.json")).toBe(snapshotJson);
  expect(content("credential.jwt")).toBe(credential);
  expect(files.map(({ mediaType }) => mediaType).sort()).toEqual(["application/json", "application/vc+jwt"]);
  expect(files.find(({ name }) => name === "snapshot.json")?.relationship).toBe("Data");
});

test("the signed file still claims PDF/A-3a and has what that asks of a signature field", async () => {
  const { file } = await issued();
  expect(Buffer.from(file).toString("latin1")).toMatch(/<pdfaid:part>3<\/pdfaid:part><pdfaid:conformance>A</);
  const pdf = openPdf(file);
  const dict = (of: PdfDict | undefined, key: string) => as("dict", pdf.entry(of, key));
  const [field] = as("array", pdf.entry(dict(pdf.catalog, "AcroForm"), "Fields"))?.items ?? [];
  const widget = as("dict", pdf.resolve(field));
  // ISO 19005-3, 6.3.2: printed, not hidden, invisible or without view; 6.3.3: an appearance with N alone.
  const flags = Number(pdf.entry(widget, "F"));
  expect(flags & 4).toBe(4);
  expect(flags & (1 | 2 | 32 | 256)).toBe(0);
  expect([...(dict(widget, "AP")?.entries.keys() ?? [])]).toEqual(["N"]);
  expect(as("stream", pdf.entry(dict(widget, "AP"), "N"))).toBeDefined();
  expect(widget?.entries.has("A") || widget?.entries.has("AA")).toBe(false);
  // 6.7: the annotation is reached from the structure tree, and reaches it.
  const page = dict(widget, "P");
  expect(as("name", pdf.entry(page, "Tabs"))?.name).toBe("S");
  const root = dict(pdf.catalog, "StructTreeRoot");
  const nums = as("array", pdf.entry(dict(root, "ParentTree"), "Nums"))?.items ?? [];
  const key = pdf.entry(widget, "StructParent");
  const element = as("dict", pdf.resolve(nums[nums.indexOf(key) + 1]));
  expect(as("name", pdf.entry(element, "S"))?.name).toBe("Form");
  expect(as("ref", dict(element, "K")?.entries.get("Obj"))).toEqual(as("ref", field));
});

test("the field lies over the signature box of the last page", async () => {
  const { report } = await issued();
  const { page, xPt, yPt, widthPt, heightPt } = report.place;
  expect(page).toBe(2);
  expect(xPt + widthPt).toBeLessThan(595);
  expect(yPt + heightPt).toBeLessThan(842);
  expect(widthPt).toBeGreaterThan(100);
});

test("a character that no face has is refused by name, and markup in a name is only text", async () => {
  const named = (name: string) => {
    const snapshot = { ...sampleSnapshot, client: { ...sampleSnapshot.client, name: { zh: name, en: name } } };
    return renderReport(typesetter, snapshot, { snapshotJson: JSON.stringify(snapshot), credential: null });
  };
  await expect(named("a😀b𠮷")).rejects.toMatchObject({
    code: "text-unprintable",
    facts: { characters: ["😀", "𠮷"] },
  });
  await expect(named("*b* #panic() $x$ [y] \\ `z` <sig>")).resolves.toBeDefined();
  await expect(named("°C µg × ≤ ≥ ± ½ ² ⁻¹ ℃ Ω Δ α → ✓ ‰ Nguyễn Thị Đặng Ữ ở 㐀 鿏")).resolves.toBeDefined();
});

test.runIf(has("qpdf"))("qpdf finds no fault in the issued report", async () => {
  const path = join(folder, "issued.pdf");
  writeFileSync(path, (await issued()).file);
  const check = spawnSync("qpdf", ["--check", path], { encoding: "utf8" });
  expect(check.stdout + check.stderr).not.toContain("WARNING");
  expect(check.status).toBe(0);
});

test.runIf(has("pdfsig"))("pdfsig agrees that the issued report is validly signed in full", async () => {
  const path = join(folder, "issued.pdf");
  writeFileSync(path, (await issued()).file);
  const answer = spawnSync("pdfsig", ["-nocert", path], { encoding: "utf8" }).stdout;
  expect(answer).toContain("Signature is Valid");
  expect(answer).toContain("Total document signed");
});

test.runIf(has("pdftotext"))(
  "every page of a demonstration says so, in both languages, with its number and an end mark",
  async () => {
    const path = join(folder, "issued.pdf");
    writeFileSync(path, (await issued()).file);
    spawnSync("pdftotext", ["-layout", path, join(folder, "issued.txt")]);
    const pages = readFileSync(join(folder, "issued.txt"), "utf8").split("\f").slice(0, -1);
    expect(pages.length).toBe(2);
    for (const [at, page] of pages.entries()) {
      expect(page).toContain("演示 DEMONSTRATION");
      expect(page).toContain(`Page ${at + 1} of 2`);
      expect(page).toContain(sampleSnapshot.number);
    }
    expect(pages.at(-1)).toContain("End of report");
  },
);

test("many reports one after another pass through several threads and stay right", async () => {
  const small = openTypesetter({ documentsPerThread: 2 });
  try {
    const reports = Array.from({ length: 5 }, () => renderReport(small, sampleSnapshot, { snapshotJson, credential }));
    const bytes = (await Promise.all(reports)).map(({ pdf }) => Buffer.from(pdf));
    for (const pdf of bytes) expect(pdf.equals(bytes[0] ?? Buffer.alloc(0))).toBe(true);
  } finally {
    await small.close();
  }
});
