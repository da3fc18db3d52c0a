import fc from "fast-check";
import { expect, test } from "vitest";
import { checkIdentifier, IDENTIFIER_SCHEMES } from "../identifier/identifier.ts";
import { IDENTIFIERS } from "./dictionary/identifier.ts";
import { parseDigitalLink } from "./digital-link.ts";
import type { Element } from "./element.ts";
import { parseBracketed, parseElementString } from "./element-string.ts";
import { parseEpc } from "./epc.ts";
import { constrainedLink } from "./link/constrain.ts";
import { parseLink } from "./link/parse.ts";
import { writeLink } from "./link/write.ts";
import type { Problem } from "./problem.ts";
import { readAny } from "./read-any.ts";
import { parseScan } from "./scan.ts";
import { scannedAsset } from "./scanned-key.ts";
import { typedValue } from "./typed/typed-value.ts";
import { writeBracketed, writeElementString } from "./write.ts";
import { writeScan } from "./write-scan.ts";

// QUANHENG_FUZZ=1000000 runs as many inputs as that; fast-check prints seed and path of a failure.
const RUNS = Number(process.env["QUANHENG_FUZZ"] ?? 4000);
const SEED = Number(process.env["QUANHENG_SEED"] ?? Math.floor(Math.random() * 2 ** 31));
process.stdout.write(`gs1 robustness: ${RUNS} inputs, seed ${SEED}\n`);
const options = { numRuns: RUNS, seed: SEED };

const SET_82 = Array.from("!\"%&'()*+,-./0123456789:;<=>?ABCZ_abcz");
const value = fc.array(fc.constantFrom(...SET_82), { minLength: 1, maxLength: 20 }).map((all) => all.join(""));
const gtin = fc.constantFrom("09521234543213", "06901234567892", "04012345111118");
/** Elements with values that any text of set 82 may be, under a trade item that most of them need. */
const FREE = IDENTIFIERS.filter(
  ({ components: [first, ...rest], bars, most }) =>
    first?.set === "X" && first.names.length === 0 && rest.length === 0 && bars.length === 0 && most >= 20,
).map(({ ai }) => ai);
const message = fc
  .tuple(gtin, fc.uniqueArray(fc.tuple(fc.constantFrom(...FREE), value), { maxLength: 6, selector: ([ai]) => ai }))
  .map(([first, rest]): Element[] => [{ ai: "01", value: first }, ...rest.map(([ai, text]) => ({ ai, value: text }))]);

const AWKWARD = Array.from("()^\\|%+&=?#/:~ .0198AZaz\u001d\u0000\u007fÀ０１Ａ（）\u202eΑА一\ud800\udc00");
const awkward = fc.array(fc.constantFrom(...AWKWARD), { maxLength: 60 }).map((all) => all.join(""));
/** A good text in any form, with some characters dropped, put in, doubled or swapped. */
const mutated = fc
  .tuple(message, fc.nat(4), fc.array(fc.tuple(fc.nat(200), fc.nat(3), awkward), { minLength: 1, maxLength: 4 }))
  .map(([elements, form, changes]) => {
    const link = writeLink(elements);
    const scan = writeScan("QR", writeElementString(elements));
    const texts = [
      writeBracketed(elements),
      writeElementString(elements),
      link.ok ? link.value : "https://id.gs1.org/01/",
      scan.ok ? scan.value : "]Q3",
      "urn:epc:id:sgtin:4012345.011111.98%22",
    ];
    return changes.reduce((text, [place, kind, piece]) => {
      const at = place % (text.length + 1);
      const [before, after] = [text.slice(0, at), text.slice(at)];
      return [before + piece + after, before + after.slice(1), before + after + after, after + before][kind]!;
    }, texts[form]!);
  });

const READINGS: readonly ((text: string) => { readonly ok: boolean; readonly problem?: Problem })[] = [
  parseBracketed,
  parseElementString,
  parseLink,
  parseScan,
  parseEpc,
  constrainedLink,
  readAny,
];

/** Reads a text in every way; a place that lies outside it is a fault of ours. */
function readEveryWay(text: string): void {
  for (const read of READINGS) {
    const { problem } = read(text);
    if (problem && (problem.at < 0 || problem.length < 0 || problem.at + problem.length > text.length))
      throw new Error(`${problem.code} at ${problem.at}, ${problem.length} of ${text.length}`);
  }
  for (const scheme of IDENTIFIER_SCHEMES) checkIdentifier(scheme, text);
  parseDigitalLink(text);
  scannedAsset(text);
  typedValue({ ai: text.slice(0, 4), value: text.slice(4) }, 2026);
}

test("no text makes a reading throw, hang or point outside the text", { timeout: 3_600_000 }, () => {
  const text = fc.oneof(mutated, mutated, awkward, fc.string({ unit: "binary" }));
  fc.assert(fc.property(text, readEveryWay), options);
});

test("whatever is written is read again as it was, in every notation", { timeout: 3_600_000 }, () => {
  const lax = { requisites: false } as const;
  const elementsOf = (read: ReturnType<typeof parseBracketed>) =>
    read.ok ? read.value.elements.map(({ ai, value: text }) => ({ ai, value: text })) : read.problem;
  fc.assert(
    fc.property(message, (elements) => {
      expect(elementsOf(parseBracketed(writeBracketed(elements), lax))).toEqual(elements);
      expect(elementsOf(parseElementString(writeElementString(elements), lax))).toEqual(elements);
      const link = writeLink(elements);
      if (!link.ok) return;
      const again = elementsOf(parseLink(link.value, lax));
      const sorted = (all: unknown) => (Array.isArray(all) ? all.map((one) => JSON.stringify(one)).sort() : all);
      expect(sorted(again)).toEqual(sorted(elements));
    }),
    { ...options, numRuns: Math.min(RUNS, 100_000) },
  );
});

test.each([
  ["brackets", "(".repeat(8191)],
  ["escaped brackets", `(99)${"\\(".repeat(4000)}`],
  ["many elements", "(99)A".repeat(1600)],
  ["slashes", `https://a${"/01".repeat(2700)}`],
  ["ampersands", `https://a/01/09521234543213?${"99=A&".repeat(1600)}`],
  ["percent signs", `https://a/01/${"%".repeat(8000)}`],
  ["percent sequences", `https://a/01/09521234543213/10/${"%41".repeat(2600)}`],
  ["separators", `^${"^".repeat(8000)}`],
  ["digits", "1".repeat(8191)],
  ["far beyond the limit", "(01)".repeat(1_000_000)],
  ["an address far beyond the limit", `https://a/${"01/".repeat(1_000_000)}`],
  ["a scan far beyond the limit", `]Q3${"10A\u001d".repeat(1_000_000)}`],
  ["an EPC far beyond the limit", `urn:epc:id:sgtin:${"1.".repeat(1_000_000)}`],
])("%s are answered at once", (_, text) => {
  const from = performance.now();
  readEveryWay(text);
  expect(performance.now() - from).toBeLessThan(1000);
});

// Look-alikes of digits and letters: full-width, Greek and Cyrillic capitals, a zero-width space.
test.each([
  "(01)０9521234543213",
  "(01)09521234543213(21)Α1",
  "(01)09521234543213(21)А1",
  "(01)09521234543213(21)A\u200b1",
])("%j is not taken for what it looks like", (text) => expect(parseBracketed(text).ok).toBe(false));
