import { afterAll, expect, test } from "vitest";
import { readSheetFile } from "../../adapters/sheet/read-sheet.ts";
import { openTypesetter } from "../../adapters/typst/typesetter.ts";
import { openDemoBench } from "../../testing/demo-bench.ts";
import { refused } from "../../testing/refused.ts";
import { compareDays, compareMarkets } from "./compare.ts";
import { csvOf } from "./csv.ts";
import { exportComparison } from "./export-comparison.ts";

const bench = await openDemoBench();
const typesetter = openTypesetter({ threads: 1 });
afterAll(async () => {
  await typesetter.close();
  await bench.close();
});
const engineer = bench.as("per-ganyu");

const REFINED = {
  product: "white-sugar",
  markets: "CN,ID,TH,CODEX",
  on: "2026-11-01",
  claims: JSON.stringify({ "CN.grade": "refined", "ID.grade": "R1", "TH.grade": "refined", "CODEX.type": "white" }),
};

test("the strictest colour of refined sugar is China's 25 IU, sulphur dioxide Indonesia's 2 mg/kg", async () => {
  const { lines, markets, openClaims } = await compareMarkets(engineer, REFINED);
  expect(markets).toEqual(["CN", "ID", "TH", "CODEX"]);
  expect(openClaims).toEqual([]);
  const line = (id: string) => lines.find(({ characteristic }) => characteristic === id);
  const setting = (id: string) => line(id)?.cells.flatMap(({ market, sets }) => (sets ? [market] : []));
  expect([line("colour-icumsa")?.strictestEnds, setting("colour-icumsa")]).toEqual([{ min: null, max: "25" }, ["CN"]]);
  expect([line("sulphur-dioxide")?.strictestEnds, setting("sulphur-dioxide")]).toEqual([
    { min: null, max: "2" },
    ["ID"],
  ]);
});

test("a facet that nobody claimed is asked for instead of guessed", async () => {
  const { claims: _, ...unclaimed } = REFINED;
  const { openClaims, lines } = await compareMarkets(engineer, unclaimed);
  // A market whose grade is not claimed has no gap yet.
  for (const { missing, unclaimed: waiting } of lines)
    expect(missing.filter((each) => waiting.includes(each))).toEqual([]);
  expect(lines.some(({ unclaimed: waiting }) => waiting.length > 0)).toBe(true);
  expect(openClaims.map(({ market, key }) => `${market}.${key}`)).toContain("CN.grade");
});

test("between GB 38031-2020 and GB 38031-2025 the warning time goes, and isolation stays under the new edition", async () => {
  const asked = { product: "ev-traction-battery", markets: "CN", from: "2021-01-01", to: "2026-11-01" };
  const { items } = await compareDays(engineer, asked);
  const of = (id: string) => items.find(({ characteristic }) => characteristic === id);
  const documents = (rows: readonly { document: string }[] = []) => rows.map(({ document }) => document);
  expect([of("tp-warning-time")?.change, documents(of("tp-warning-time")?.before)]).toEqual([
    "removed",
    ["GB 38031-2020"],
  ]);
  expect(documents(of("isolation-dc")?.before)).toContain("GB 38031-2020");
  expect(documents(of("isolation-dc")?.after)).toContain("GB 38031-2025");
  expect((await compareDays(engineer, { ...asked, from: "2026-11-01" })).items).toEqual([]);
});

test("what the library does not know is refused", async () => {
  expect((await refused(compareMarkets(engineer, { ...REFINED, product: "moon-dust" }))).code).toBe("product-unknown");
  expect((await refused(compareMarkets(engineer, { ...REFINED, markets: "CN,XX" }))).code).toBe("market-unknown");
  expect((await refused(compareMarkets(engineer, { ...REFINED, markets: " , " }))).code).toBe("malformed");
  expect((await refused(compareMarkets(engineer, { ...REFINED, claims: "[1]" }))).code).toBe("malformed");
  expect((await refused(compareMarkets(engineer, { ...REFINED, claims: "{" }))).code).toBe("malformed");
  expect((await refused(compareMarkets(engineer, { ...REFINED, claims: '{"CN.grade":"no such grade"}' }))).code).toBe(
    "unknown-claim",
  );
});

test.each(["zh", "en"] as const)("the workbook and the text table hold the same cells (%s)", async (language) => {
  const [csv, xlsx] = await Promise.all(
    (["csv", "xlsx"] as const).map((format) =>
      exportComparison(engineer, typesetter, { ...REFINED, format, language }),
    ),
  );
  const rows = await readSheetFile(csv!.bytes);
  expect(rows?.[0]?.cells.slice(2, 6)).toEqual(["CN", "ID", "TH", "CODEX"]);
  const plain = (all: typeof rows) => all?.map(({ cells }) => cells.map((cell) => cell.replace(/^'(?==)/, "")));
  const book = await readSheetFile(xlsx!.bytes);
  const width = rows![0]!.cells.length;
  const padded = plain(book)?.map((cells) => [...cells, ...Array<string>(width - cells.length).fill("")]);
  expect(padded).toEqual(plain(rows));
});

test("the document is a PDF that names product and day", async () => {
  const file = await exportComparison(engineer, typesetter, { ...REFINED, format: "pdf", language: "zh" });
  expect(file.fileName).toBe("compare-white-sugar-2026-11-01.pdf");
  expect(Buffer.from(file.bytes.subarray(0, 5)).toString("latin1")).toBe("%PDF-");
}, 60_000);

test("a text that a spreadsheet would compute stays a text", () => {
  const text = new TextDecoder().decode(csvOf([["=1+1", "@x", "-0.5", "-cmd", 'a"b', "a,b"]]));
  expect(text.replace("\uFEFF", "")).toBe(`'=1+1,'@x,-0.5,'-cmd,"a""b","a,b"\r\n`);
});
