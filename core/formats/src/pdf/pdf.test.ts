import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { constants, deflateRawSync, deflateSync } from "node:zlib";
import { Refusal } from "@quanheng/kernel/refusal.ts";
import { expect, test } from "vitest";
import { attachedFiles } from "./attachments.ts";
import { openPdf } from "./document.ts";
import { inflate, inflateRaw } from "./inflate.ts";
import { cursorAt, parseValue } from "./parse.ts";
import { tinyPdf } from "./testing/tiny-pdf.ts";
import { appendUpdate } from "./update.ts";
import { dict, text } from "./value.ts";
import { writeValue } from "./write.ts";

const bytes = (source: string) => new Uint8Array(Buffer.from(source, "latin1"));
const read = (source: string) => parseValue(cursorAt(bytes(source), 0));
const attachment = { name: "a.json", mediaType: "application/json", content: "{}" };

test("objects are read as ISO 32000-1, 7.3 writes them, and written back the same", () => {
  // The examples of 7.3.3 to 7.3.7: numbers, literal and hexadecimal strings, names, arrays, dictionaries.
  const examples: [string, string][] = [
    ["-.002", "-0.002"],
    ["+17", "17"],
    ["(a\\(b\\)c (nested) \\101\\53)", `<${Buffer.from("a(b)c (nested) A+").toString("hex")}>`],
    ["<901FA>", "<901fa0>"],
    ["/A#42", "/AB"],
    ["/Lime#20Green", "/Lime#20Green"],
    ["[549 3.14 false (Ralph) /SomeName]", "[549 3.14 false <52616c7068> /SomeName]"],
    ["<</Type /Example % comment\n /V 12 0 R /N null>>", "<</Type /Example /V 12 0 R /N null>>"],
  ];
  for (const [source, written] of examples) expect(writeValue(read(source))).toBe(written);
});

test("what is no object is refused: open brackets, a key twice, endless nesting", () => {
  for (const source of [
    "",
    "[1 2",
    "<</A 1",
    "<</A 1 /A 2>>",
    "(never",
    "<zz>",
    "1e5",
    "[".repeat(10_000),
    "<</A".repeat(10_000),
  ]) {
    expect(() => read(source)).toThrow(Refusal);
  }
});

test("deflate of every block type unpacks to what zlib packed", () => {
  const seed = 20261125;
  let state = seed;
  const random = () => {
    state = (state * 1_103_515_245 + 12_345) & 0x7fffffff;
    return state >> 8;
  };
  console.info(`inflate seed ${seed}`);
  const texts = [
    Buffer.alloc(0),
    Buffer.from("a"),
    Buffer.alloc(100_000, "abc"),
    Buffer.from(Array.from({ length: 70_000 }, () => random() & 255)),
    Buffer.from(Array.from({ length: 30_000 }, () => (random() & 15) + 65)),
  ];
  for (const source of texts) {
    for (const level of [0, 1, 6, 9]) {
      for (const strategy of [constants.Z_DEFAULT_STRATEGY, constants.Z_FIXED, constants.Z_HUFFMAN_ONLY]) {
        expect(source.equals(inflate(deflateSync(source, { level, strategy }), 200_000))).toBe(true);
        const raw = deflateRawSync(source, { level, strategy });
        const unpacked = inflateRaw(new Uint8Array([...raw, 1, 2, 3]), 200_000);
        expect(unpacked.end).toBe(raw.length);
      }
    }
  }
});

test("a small file that unpacks to a huge one is refused at the limit", () => {
  const bomb = deflateSync(Buffer.alloc(50_000_000));
  expect(() => inflate(bomb, 1_000_000)).toThrow(expect.objectContaining({ code: "inflate-failed" }));
});

test("damaged or shortened zlib data are refused, never half read", () => {
  const source = Buffer.from("The quick brown fox jumps over the lazy dog, again and again and again.");
  const packed = deflateSync(source);
  for (let at = 0; at < packed.length; at++) {
    expect(() => inflate(packed.subarray(0, at), 1000)).toThrow(Refusal);
    const changed = Uint8Array.from(packed);
    changed[at] = (changed[at] ?? 0) ^ 0x10;
    // The bits that fill up the last byte of the data say nothing and may differ.
    if (at === packed.length - 5) expect(source.equals(inflate(changed, 1000))).toBe(true);
    else expect(() => inflate(changed, 1000)).toThrow(Refusal);
  }
});

test("embedded files come with name, type and bytes", () => {
  const [file, ...more] = attachedFiles(tinyPdf({ attachment }));
  expect(more).toEqual([]);
  expect(file).toEqual({ name: "a.json", mediaType: "application/json", relationship: "Data", bytes: bytes("{}") });
  expect(attachedFiles(tinyPdf())).toEqual([]);
});

test("an encrypted file is refused by name", () => {
  const source = Buffer.from(tinyPdf()).toString("latin1").replace("/ID [", "/Encrypt 9 0 R /ID [");
  expect(() => openPdf(bytes(source))).toThrow(expect.objectContaining({ code: "pdf-encrypted" }));
});

test("a chain of revisions that bites its tail, and a stream whose length is itself, are refused", () => {
  const source = Buffer.from(tinyPdf()).toString("latin1");
  const at = Number(/startxref\n(\d+)/.exec(source)?.[1]);
  expect(() => openPdf(bytes(source.replace("/ID [", `/Prev ${at} /ID [`)))).toThrow(Refusal);
  const circular = source
    .replace(/<<\/Length \d+>>/, "<</Length 4 0 R>>")
    .replace("/Contents 4 0 R", "/Contents 4 0 R ");
  expect(() => openPdf(bytes(circular)).object(4)).toThrow(Refusal);
});

test("whatever byte is changed, reading ends with an answer or a refusal", () => {
  const original = tinyPdf({ attachment });
  for (let at = 0; at < original.length; at++) {
    for (const change of [0x01, 0x10, 0x80]) {
      const changed = original.slice();
      changed[at] = (changed[at] ?? 0) ^ change;
      try {
        attachedFiles(changed);
      } catch (error) {
        expect(error).toBeInstanceOf(Refusal);
      }
    }
  }
});

test("an update adds an object and leaves every byte before it alone", () => {
  const original = tinyPdf();
  const pdf = openPdf(original);
  const { bytes: updated } = appendUpdate(pdf, [{ id: 7, value: dict({ Note: text("new") }) }]);
  expect(Buffer.from(updated.subarray(0, original.length)).equals(original)).toBe(true);
  expect(writeValue(openPdf(updated).object(7))).toBe("<</Note <6e6577>>>");
});

const hasQpdf = spawnSync("qpdf", ["--version"]).error === undefined;
if (!hasQpdf) console.info("qpdf is not installed: files with object streams were not read");

test.runIf(hasQpdf)("files with object streams, predictors and several revisions are read like plain ones", () => {
  const folder = mkdtempSync(join(tmpdir(), "pdf-"));
  try {
    const path = join(folder, "plain.pdf");
    const packed = join(folder, "packed.pdf");
    writeFileSync(path, tinyPdf({ attachment }));
    execFileSync("qpdf", ["--object-streams=generate", path, packed]);
    const twice = appendUpdate(openPdf(readFileSync(packed)), [{ id: 40, value: dict({}) }]).bytes;
    expect(attachedFiles(twice)[0]?.bytes).toEqual(bytes("{}"));
    writeFileSync(path, twice);
    expect(spawnSync("qpdf", ["--check", path], { encoding: "utf8" }).status).toBe(0);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
