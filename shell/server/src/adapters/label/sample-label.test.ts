import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { scannedAsset } from "@quanheng/formats/gs1/scanned-key.ts";
import { afterAll, expect, test } from "vitest";
import { prepareZXingModule, readBarcodes } from "zxing-wasm/reader";
import { openTypesetter } from "../typst/typesetter.ts";
import type { LabelFacts } from "./label-facts.ts";
import { sampleLabel } from "./sample-label.ts";

const wasm = createRequire(import.meta.url).resolve("zxing-wasm/reader/zxing_reader.wasm");
prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(readFileSync(wasm)).buffer } });

const typesetter = openTypesetter({ threads: 1 });
afterAll(() => typesetter.close());

const KEY = "9520001SUGAR-S26-000017";
const FACTS: LabelFacts = {
  digitalLink: `https://qi.example.org/8004/${KEY}`,
  elementString: `(8004)${KEY}`,
  number: "SUGAR-S26-000017",
  commissionNumber: "QH-2026-000042",
  laboratory: { zh: "国家食糖及加工食品质量监督检验中心", en: "National Sugar Centre" },
  description: { zh: "白砂糖", en: "White sugar <&>" },
  lot: "YJ-2026-1101",
  quantity: "1550 g",
  madeAt: new Date("2026-11-23T01:00:00Z"),
  demonstration: true,
};

test("what a scanner reads from the printed code leads back to the sample's key", async () => {
  const { bytes } = await sampleLabel(typesetter, FACTS, "png");
  const [code] = await readBarcodes(Uint8Array.from(bytes), { formats: ["QRCode"] });

  expect(code?.text).toBe(FACTS.digitalLink);
  expect(scannedAsset(code?.text ?? "")).toEqual({ ai: "8004", value: KEY });
});

test("the label as PDF is one small page, the same every time, with its mark of a demonstration", async () => {
  const [one, two] = [await sampleLabel(typesetter, FACTS, "pdf"), await sampleLabel(typesetter, FACTS, "pdf")];
  const text = Buffer.from(one.bytes).toString("latin1");

  expect(one.mediaType).toBe("application/pdf");
  expect(Buffer.compare(Buffer.from(one.bytes), Buffer.from(two.bytes))).toBe(0);
  expect(text.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  const [, width, height] = /\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)/.exec(text) ?? [];
  expect([Math.round(Number(width) * 0.352778), Math.round(Number(height) * 0.352778)]).toEqual([70, 40]);
});

test("in the SVG nothing that somebody typed can become a tag", async () => {
  const hostile = { ...FACTS, lot: "<script>alert(1)</script>\u0000", number: 'X"><a/>' };
  const svg = Buffer.from((await sampleLabel(typesetter, hostile, "svg")).bytes).toString("utf8");

  expect(svg).not.toMatch(/<script|<a\/>/);
  expect(svg).toContain(">白砂糖</text>");
  expect(svg).toContain(">White sugar &lt;&amp;&gt;</text>");
  expect(svg).not.toContain("\u0000");
  expect(svg).toContain("演示数据");
});

test("a long name is set smaller, then in two lines, and cut only when it still does not fit", async () => {
  const laboratory = { zh: "中心".repeat(12), en: `${"National Centre ".repeat(4)}Z` };
  const svg = Buffer.from(
    (await sampleLabel(typesetter, { ...FACTS, laboratory, lot: "批".repeat(40) }, "svg")).bytes,
  ).toString();

  expect(svg.match(/font-size="2.6" font-weight="400">[中心]+</g)).toHaveLength(2);
  expect(svg).toContain(">National Centre National Centre</text>");
  expect(svg).toContain(">National Centre National Centre Z</text>");
  expect(svg).toMatch(/批+…</);
});
