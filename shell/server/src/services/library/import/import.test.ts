import { ROW_FIELDS } from "@quanheng/flow/selection/library/row-problem.ts";
import { rowTexts } from "@quanheng/flow/selection/library/row-texts.ts";
import { afterAll, expect, test } from "vitest";
import writeXlsx from "write-excel-file/node";
import type { Context } from "../../../context.ts";
import { requirementsAsKnown } from "../../../store/requirement.ts";
import { reading } from "../../../store/transaction.ts";
import { openDemoBench } from "../../../testing/demo-bench.ts";
import { breakingAt } from "../../../testing/faults.ts";
import { cancelImport, confirmImport, getImport, pageImportRows, startImport } from "./imports.ts";

const bench = await openDemoBench();
afterAll(() => bench.close());
const engineer = bench.as("per-ganyu");
const REASON = "the sugar tables of the new edition";

async function* stream(bytes: Uint8Array) {
  yield bytes;
}
const csv = (rows: readonly (readonly string[])[]) =>
  new TextEncoder().encode(
    rows.map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(",")).join("\n"),
  );
const upload = async (bytes: Uint8Array, name = "rows.csv", context: Context = engineer) => {
  const { started, finished } = await startImport(context, { name, stream: stream(bytes) });
  await finished;
  return getImport(context, started.id);
};
const stored = async () => (await bench.database.owner.selectFrom("requirement").select("id").execute()).length;
const sugar = await reading(engineer, (tx) => requirementsAsKnown(tx, { product: "white-sugar" }, bench.clock.now));
const sheet = (change: (texts: Record<string, string>, at: number) => Record<string, string> = (texts) => texts) => [
  [...ROW_FIELDS],
  ...sugar.map((row, at) => {
    const texts = change({ ...rowTexts(row) }, at);
    return ROW_FIELDS.map((field) => texts[field] ?? "");
  }),
];

test("what the library exports is the same when it comes back, as CSV and as XLSX", async () => {
  const { state, counts, total, done } = await upload(csv(sheet()));
  expect([state, counts.same, counts.bad, total, done]).toEqual(["ready", sugar.length, 0, sugar.length, sugar.length]);
  const cells = sheet().map((row) => row.map((value) => ({ value, type: String as StringConstructor })));
  const book = await writeXlsx(cells).toBuffer();
  expect((await upload(book, "rows.xlsx")).counts.same).toBe(sugar.length);
});

test("the bad rows are listed by line and column, the good ones by what they change, and only a confirmation records them", async () => {
  const before = await stored();
  const bytes = csv(
    sheet((texts, at) => {
      if (at === 0) return { ...texts, unit: "polars" };
      if (at === 1) return { ...texts, note: "changed by the import" };
      if (at === 2) return { ...texts, id: `${texts["id"]}-new`, clause: "99" };
      return texts;
    }),
  );
  const { id, state, counts } = await upload(bytes);
  expect([state, counts]).toEqual(["ready", { new: 1, changed: 1, same: sugar.length - 3, bad: 1 }]);
  expect(await stored()).toBe(before);
  const rows = async (kind: "bad" | "changed" | "new") =>
    (await pageImportRows(engineer, id, { kind, limit: 50 })).items;
  expect(
    (await rows("bad")).map(({ line, problems }) => [line, problems.map(({ field, code }) => `${field} ${code}`)]),
  ).toEqual([[2, ["unit row-unit-unknown"]]]);
  expect((await rows("changed"))[0]?.changes).toMatchObject([{ field: "note", after: "changed by the import" }]);
  expect((await rows("new"))[0]?.line).toBe(4);

  // Whichever statement fails, nothing is half done.
  let statements = 0;
  for (let n = 1; ; n++) {
    const outcome = await confirmImport(breakingAt(n, engineer), id, REASON).catch((error: unknown) => String(error));
    if (typeof outcome !== "string") break;
    expect(outcome).toContain("injected fault");
    expect(await stored()).toBe(before);
    expect((await getImport(engineer, id)).state).toBe("ready");
    statements = n;
  }
  expect(statements).toBeGreaterThanOrEqual(7);
  expect(await stored()).toBe(before + 2);
  await expect(confirmImport(engineer, id, REASON)).rejects.toMatchObject({ code: "import-not-open" });
});

test("a preview that the library has overtaken is not confirmed, and one without change neither", async () => {
  const change = (note: string) => csv(sheet((texts, at) => (at === 5 ? { ...texts, note } : texts)));
  const [one, two] = [await upload(change("one")), await upload(change("two"))];
  await confirmImport(engineer, one.id, REASON);
  await expect(confirmImport(engineer, two.id, REASON)).rejects.toMatchObject({
    code: "import-outdated",
    // The file sets back the row that the test before has changed, too.
    facts: { count: 2 },
  });
  const same = await upload(change("one"));
  expect(same.counts.changed).toBe(0);
  await expect(
    confirmImport(engineer, (await upload(csv([sheet()[0]!, sheet()[9]!]))).id, REASON),
  ).rejects.toMatchObject({
    code: "import-without-change",
  });
});

test("a row that stands twice, and rows of one file that contradict each other, are bad", async () => {
  const [header, first] = sheet();
  const other = [...first!];
  other[ROW_FIELDS.indexOf("id")] = "another-id";
  const { id, counts } = await upload(csv([header!, first!, first!, other]));
  expect(counts.bad).toBe(3);
  const { items } = await pageImportRows(engineer, id, { kind: "bad", limit: 10 });
  expect(items.map(({ problems }) => problems[0]?.code)).toEqual([
    "row-interval-overlap",
    "row-repeated",
    "row-interval-overlap",
  ]);
});

test.each<readonly [what: string, bytes: Uint8Array, code: string]>([
  ["only a header", csv([[...ROW_FIELDS]]), "import-empty"],
  ["an unknown column", csv([[...ROW_FIELDS, "colour of the cover"], ["x"]]), "import-columns-unknown"],
  [
    "a file without a header",
    csv([
      ["zz.q.1", "white-sugar", "VN"],
      ["zz.q.2", "white-sugar", "VN"],
    ]),
    "import-without-header",
  ],
  [
    "no column of the clause",
    csv([
      ["product", "market", "document", "characteristic"],
      ["a", "b", "c", "d"],
    ]),
    "import-columns",
  ],
  ["bytes of something else", Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0]), "import-unreadable"],
  [
    "a broken workbook",
    Uint8Array.from([0x50, 0x4b, 3, 4, ...Array.from({ length: 50 }, () => 7)]),
    "import-unreadable",
  ],
])("a file with %s fails with its reason", async (_, bytes, code) => {
  const { state, problem } = await upload(bytes);
  expect([state, problem?.code]).toEqual(["failed", code]);
  expect(problem?.sentence.zh).not.toMatch(/[{}]/);
});

test("a cancelled import stops, and is neither confirmed nor cancelled again", async () => {
  const { started, finished } = await startImport(engineer, { name: "rows.csv", stream: stream(csv(sheet())) });
  await cancelImport(engineer, started.id);
  await finished;
  expect((await getImport(engineer, started.id)).state).toBe("cancelled");
  await expect(cancelImport(engineer, started.id)).rejects.toMatchObject({ code: "import-not-open" });
  const colleague = bench.as("per-dengsiyuan");
  const seen = await upload(csv(sheet()));
  expect((await getImport(colleague, seen.id)).own).toBe(false);
  await expect(cancelImport(bench.as("per-weixiaolan"), seen.id)).rejects.toMatchObject({ code: "not-found" });
});

test("fifty thousand rows with thirty-seven bad ones: the bad are named, the good are proposed in one stroke", {
  timeout: 120_000,
}, async () => {
  const bad = new Set(Array.from({ length: 37 }, (_, at) => 13 + at * 1351));
  const [template] = sugar;
  const base = { ...rowTexts(template!) } as Record<string, string>;
  const rows = Array.from({ length: 50_000 }, (_, at) => {
    const texts = { ...base, id: `bulk.${at}`, clause: `B.${at}`, ...(bad.has(at) ? { from: "2026-02-30" } : {}) };
    return ROW_FIELDS.map((field) => (texts as Record<string, string>)[field] ?? "");
  });
  const { id, counts, done } = await upload(csv([[...ROW_FIELDS], ...rows]));
  expect([counts, done]).toEqual([{ new: 49_963, changed: 0, same: 0, bad: 37 }, 50_000]);
  const { items } = await pageImportRows(engineer, id, { kind: "bad", limit: 50 });
  expect(items.map(({ line }) => line - 2)).toEqual([...bad]);
  const before = await stored();
  expect((await confirmImport(engineer, id, REASON)).state).toBe("confirmed");
  expect(await stored()).toBe(before + 49_963);
});
