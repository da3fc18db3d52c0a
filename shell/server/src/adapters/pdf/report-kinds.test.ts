import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inflateSync } from "node:zlib";
import { reportSnapshot } from "@quanheng/flow/attestation/build-snapshot.ts";
import { REPORT_KINDS } from "@quanheng/flow/attestation/report-kind.ts";
import { SECOND_LANGUAGES } from "@quanheng/flow/attestation/report-language.ts";
import { sampleKinds } from "@quanheng/flow/attestation/testing/sample-kinds.ts";
import { reportTexts } from "@quanheng/flow/attestation/texts/texts.ts";
import type { ReportSnapshot } from "@quanheng/formats/report/snapshot.ts";
import { snapshotBytes } from "@quanheng/formats/report/snapshot-bytes.ts";
import { afterAll, expect, test } from "vitest";
import { unprintableIn } from "../typst/glyphs.ts";
import { openTypesetter } from "../typst/typesetter.ts";
import { renderReport } from "./render-report.ts";

const typesetter = openTypesetter({ threads: 1 });
const folder = mkdtempSync(join(tmpdir(), "kinds-"));
afterAll(async () => {
  await typesetter.close();
  rmSync(folder, { recursive: true });
});

const set = (snapshot: ReportSnapshot, pictures = new Map<string, Uint8Array>()) =>
  renderReport(typesetter, snapshot, { snapshotJson: snapshotBytes(snapshot).json, credential: null, pictures });

const has = (tool: string) => spawnSync(tool, ["--version"]).error === undefined;
if (!has("qpdf")) console.info("qpdf is not installed: the build of the PDFs was not checked by it");

/** Objects of a PDF as text, those in compressed streams too. */
function objectsOf(pdf: Uint8Array): string {
  const bytes = Buffer.from(pdf);
  const parts = [bytes.toString("latin1")];
  for (let at = bytes.indexOf("stream\n"); at >= 0; at = bytes.indexOf("stream\n", at + 7)) {
    try {
      parts.push(inflateSync(bytes.subarray(at + 7)).toString("latin1"));
    } catch {
      // A stream that is not compressed, or the word within another one.
    }
  }
  return parts.join("\n");
}

test.each(SECOND_LANGUAGES)("there is a glyph for every character of the words in %s", (language) => {
  const { words, titles, statements } = reportTexts(language);
  const all = [...Object.values(words), ...Object.values(titles), ...Object.values(statements)];
  expect(unprintableIn(all.join(" "))).toEqual([]);
});

const pairs = REPORT_KINDS.map((kind, at) => [kind, SECOND_LANGUAGES[at + 1]!] as const);

test.each(pairs)(
  "a %s beside %s is set as tagged PDF/A-3a with all its fonts, twice the same bytes",
  async (kind, second) => {
    const snapshot = reportSnapshot({ ...sampleKinds[kind], second });
    const { pdf, place } = await set(snapshot);
    expect(Buffer.compare(pdf, (await set(snapshot)).pdf)).toBe(0);
    expect(place.page).toBeGreaterThan(0);
    const objects = objectsOf(pdf);
    expect(objects).toContain("/MarkInfo");
    expect(objects).toContain("<pdfaid:conformance>A</pdfaid:conformance>");
    // Every face that is named has its file within.
    const faces = objects.match(/\/FontDescriptor\b/g)?.length ?? 0;
    expect(objects.match(/\/FontFile[23]\b/g)?.length ?? 0).toBeGreaterThanOrEqual(faces > 0 ? 1 : 0);
    expect(objects).not.toMatch(/\/BaseFont\/(?![A-Z]{6}\+Qhng)/);
    if (!has("qpdf")) return;
    const file = join(folder, `${kind}.pdf`);
    writeFileSync(file, pdf);
    expect(spawnSync("qpdf", ["--check", file]).status).toBe(0);
  },
);

test("a result is drawn against its limits, with the picture told in words", async () => {
  const snapshot = reportSnapshot(sampleKinds["test-report"]);
  const limits = [{ market: "CN", lower: "99.7" }];
  const results = snapshot.results.map((result, at) => (at === 0 ? { ...result, limits } : result));
  const { pdf } = await set({ ...snapshot, results });
  const said = Buffer.from("Polarisation 99.82 ± 0.05 °Z; CN: ≥ 99.7", "utf16le").swap16();
  const objects = objectsOf(pdf);
  expect(objects.includes(said.toString("latin1")) || objects.includes(said.toString("hex").toUpperCase())).toBe(true);
});

test("logo, colour and footer of the institution are on the document; another colour gives other bytes", async () => {
  const png = Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
    "base64",
  );
  const sha256 = "ab".repeat(32);
  const design = {
    accent: "#5a2a82",
    footerZh: "脚注",
    footerEn: "Foot",
    logo: { sha256, mediaType: "image/png" },
  } as const;
  const snapshot = { ...reportSnapshot(sampleKinds["test-report"]), design };
  const pictures = new Map([[sha256, new Uint8Array(png)]]);
  const first = await set(snapshot, pictures);
  const other = await set({ ...snapshot, design: { ...design, accent: "#5a2a83" } }, pictures);
  expect(Buffer.compare(first.pdf, other.pdf)).not.toBe(0);
  await expect(set(snapshot)).rejects.toThrow("at hand");
});

const textTool = spawnSync("pdftotext", ["-v"]).error === undefined;
if (!textTool) console.info("pdftotext is not installed: the printed day of issue was not read");
test.runIf(textTool)("a report of the early morning in China bears that day, not the one before", async () => {
  const snapshot = reportSnapshot({ ...sampleKinds["test-report"], issuedAt: "2026-11-25T16:30:00Z" });
  const { pdf } = await set(snapshot);
  const path = join(folder, "morning.pdf");
  writeFileSync(path, pdf);
  const text = spawnSync("pdftotext", ["-layout", path, "-"], { encoding: "utf8" }).stdout;
  expect(text).toContain("2026-11-26");
  expect(text).toContain("2026-11-25 16:30 UTC");
});
