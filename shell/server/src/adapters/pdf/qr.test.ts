import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { prepareZXingModule, readBarcodes } from "zxing-wasm/reader";
import { openTypesetter } from "../typst/typesetter.ts";
import { qrSvg } from "./qr.ts";
import { renderReport } from "./render-report.ts";
import { sampleSnapshot } from "./testing/sample-snapshot.ts";

test("the SVG has a quiet zone of four modules on every side", () => {
  const svg = qrSvg(sampleSnapshot.verifyUrl);
  const [, size = 0] = (/viewBox="0 0 \d+ (\d+)"/.exec(svg) ?? []).map(Number);
  const starts = Array.from(svg.matchAll(/M(\d+) (\d+)h(\d+)/g), (match) => match.slice(1).map(Number));
  expect(Math.min(...starts.flatMap(([x = 0, y = 0]) => [x, y]))).toBe(4);
  expect(Math.max(...starts.map(([x = 0, , width = 0]) => x + width))).toBe(size - 4);
});

const hasPoppler = spawnSync("pdftoppm", ["-v"]).error === undefined;
if (!hasPoppler) console.info("pdftoppm is not installed: the printed QR code was not scanned");

test.runIf(hasPoppler)("the code on the printed page leads to the verification address", async () => {
  const folder = mkdtempSync(join(tmpdir(), "qr-"));
  const typesetter = openTypesetter();
  try {
    const { pdf } = await renderReport(typesetter, sampleSnapshot, {
      snapshotJson: JSON.stringify(sampleSnapshot),
      credential: null,
    });
    writeFileSync(join(folder, "report.pdf"), pdf);
    execFileSync("pdftoppm", [
      "-r",
      "150",
      "-f",
      "1",
      "-l",
      "1",
      "-png",
      "-singlefile",
      join(folder, "report.pdf"),
      join(folder, "page"),
    ]);
    const wasm = createRequire(import.meta.url).resolve("zxing-wasm/reader/zxing_reader.wasm");
    prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(readFileSync(wasm)).buffer } });
    const codes = await readBarcodes(new Uint8Array(readFileSync(join(folder, "page.png"))), { formats: ["QRCode"] });
    expect(codes.map(({ text }) => text)).toEqual([sampleSnapshot.verifyUrl]);
  } finally {
    await typesetter.close();
    rmSync(folder, { recursive: true });
  }
});
