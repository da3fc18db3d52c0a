import { expect, test } from "vitest";
import { type SearchEntry, SearchIndex } from "./search-index.ts";
import { folded, tokensOf } from "./tokens.ts";

const entry = (rowId: string, texts: readonly string[], change: Partial<SearchEntry> = {}): SearchEntry => ({
  rowId,
  versionId: `${rowId}@1`,
  recordedAt: 1000,
  retired: false,
  effective: { from: null, to: null },
  facets: {
    product: "sugar",
    market: "CN",
    document: "GB/T 317-2018",
    characteristic: "polarisation",
    status: "read",
    force: "mandatory",
  },
  texts: [rowId, ...texts],
  ...change,
});
const index = new SearchIndex();
const TEXTS = {
  zh: "白砂糖 食品安全国家标准 蔗糖分",
  en: "White and refined sugar, sucrose content",
  vi: "Đường tinh luyện: hàm lượng tro dẫn điện",
  th: "น้ำตาลทรายขาว ความชื้น",
  id: "Gula kristal putih, susut pengeringan",
  ms: "Gula putih bertapis, kelembapan",
  km: "ស្ករស",
};
for (const [language, text] of Object.entries(TEXTS))
  index.add(entry(language, [text], { facets: { ...entry("x", []).facets, market: language } }));
index.add(entry("old", ["superseded limit"], { effective: { from: "2000-01-01", to: "2019-01-01" } }));
index.add(entry("old", ["superseded limit, corrected"], { versionId: "old@2", recordedAt: 2000 }));
index.add(entry("gone", ["retired"], {}));
index.add(entry("gone", ["retired"], { versionId: "gone@2", recordedAt: 2000, retired: true }));
const find = (text: string, more: Partial<Parameters<SearchIndex["search"]>[0]> = {}) =>
  index.search({ text, facets: {}, knownAt: 5000, limit: 50, ...more });

test.each([
  ["砂糖", ["zh"]],
  ["糖分", ["zh"]],
  ["蔗", ["zh"]],
  ["糖白", []],
  ["duong tinh", ["vi"]],
  ["ĐƯỜNG", ["vi"]],
  ["ham luong tro", ["vi"]],
  ["hàm lượng", ["vi"]],
  ["น้ำตาล", ["th"]],
  ["ความชื้น", ["th"]],
  ["gula putih", ["id", "ms"]],
  ["susut", ["id"]],
  ["kelembap", ["ms"]],
  ["refine", ["en"]],
  ["fined", []],
  ["ស្ករ", ["km"]],
  ["100%_", []],
  ["%", []],
  ["白砂糖 食品", ["zh"]],
])("%s finds its rows", (text, rows) => {
  expect(find(text).versions.map((version) => version.split("@")[0])).toEqual(rows);
});

test("a proposal takes the place of nothing, and a row that has only one is found where its status is asked for", () => {
  const growing = new SearchIndex();
  const facets = (status: string) => ({ ...entry("x", []).facets, status });
  const proposal = { versionId: "a@2", recordedAt: 2000, proposed: true, facets: facets("proposed") };
  growing.add(entry("a", [], { facets: facets("verified") }));
  growing.add(entry("a", [], proposal));
  growing.add(entry("b", [], { ...proposal, versionId: "b@1" }));
  const ask = (status?: readonly string[], knownAt = 5000) =>
    growing.search({ facets: status ? { status } : {}, knownAt, limit: 9 });
  expect([ask().versions, ask().total]).toEqual([["a@1"], 1]);
  expect(ask(["recalled", "proposed"]).versions).toEqual(["b@1"]);
  growing.add(entry("b", [], { versionId: "b@2", recordedAt: 3000, facets: facets("verified") }));
  growing.add(entry("a", [], { versionId: "a@3", recordedAt: 3000, facets: facets("verified") }));
  expect(ask().versions).toEqual(["a@3", "b@2"]);
  expect(ask(["proposed"]).versions).toEqual([]);
  expect(ask(undefined, 2500).versions).toEqual(["a@1"]);
});

test("an index answers for every instant: what was known then, and nothing retired", () => {
  expect(find("limit", { knownAt: 1500 }).versions).toEqual(["old@1"]);
  expect(find("limit").versions).toEqual(["old@2"]);
  expect(find("limit", { knownAt: 500 }).versions).toEqual([]);
  expect(find("retired", { knownAt: 1500 }).versions).toEqual(["gone@1"]);
  expect(find("retired").versions).toEqual([]);
  expect(find("limit", { knownAt: 1500, on: "2019-01-01" }).versions).toEqual([]);
  expect(find("limit", { knownAt: 1500, on: "2018-12-31" }).versions).toEqual(["old@1"]);
});

test("a facet is counted as if it were not narrowed itself, the others narrow it", () => {
  const { total, facets } = find("gula", { facets: { market: ["id"] } });
  expect(total).toBe(1);
  expect(facets.market).toEqual([
    { value: "id", count: 1 },
    { value: "ms", count: 1 },
  ]);
  expect(facets.product).toEqual([{ value: "sugar", count: 1 }]);
  expect(find("gula", { facets: { market: ["nowhere"] } }).total).toBe(0);
});

test("pages follow each other by row id and together are the whole", () => {
  const all = find("").versions;
  const pages: string[] = [];
  for (let after: string | undefined; ; ) {
    const page = find("", { limit: 3, ...(after === undefined ? {} : { after }) });
    pages.push(...page.versions);
    if (page.next === null) break;
    after = page.next;
  }
  expect(pages).toEqual(all);
  expect(find("", { after: "nothing such" }).versions.length).toBeGreaterThan(0);
});

test("Thai vowels and Chinese signs are tokens of their own, Latin marks are none", () => {
  expect(folded("Đường Trắng")).toBe("duong trang");
  expect(tokensOf("GB317白砂糖")).toEqual(["gb317", "白", "白砂", "砂", "砂糖", "糖"]);
  expect(tokensOf("%%% --")).toEqual([]);
});
