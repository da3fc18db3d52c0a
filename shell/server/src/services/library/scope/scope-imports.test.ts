import { SCOPE_FIELDS, type ScopeTexts } from "@quanheng/flow/selection/scope/scope-line.ts";
import { afterAll, expect, test } from "vitest";
import writeXlsx from "write-excel-file/node";
import { dayOf } from "../../../china-time.ts";
import type { Context } from "../../../context.ts";
import { openDemoBench } from "../../../testing/demo-bench.ts";
import { HANDS, submittedCommission } from "../../../testing/demo-journey.ts";
import { breakingAt } from "../../../testing/faults.ts";
import { confirmScopeImport, declineScopeImport } from "./decide-scope-import.ts";
import {
  getScopeImport,
  heldLine,
  pageScope,
  pageScopeImportRows,
  pageScopeImports,
  startScopeImport,
} from "./scope-imports.ts";

const bench = await openDemoBench();
afterAll(() => bench.close());
const { owner } = bench.database;
const proposer = bench.as(HANDS["ins-sugar"].reviewer);
const signatory = bench.as(HANDS["ins-sugar"].signatory);
const REASON = "the body's table of November";
const [accreditation] = await owner
  .selectFrom("accreditation")
  .selectAll()
  .where("institution_id", "=", "ins-sugar")
  .execute();
const scope = async () =>
  (
    await owner
      .selectFrom("scope_line")
      .selectAll()
      .where("accreditation_id", "=", accreditation!.id)
      .where("valid_to", ">=", dayOf(bench.clock.now))
      .orderBy("id")
      .execute()
  ).map(heldLine);
const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
const changes = () => owner.selectFrom("scope_change").selectAll().execute();

async function* stream(bytes: Uint8Array) {
  yield bytes;
}
const sheet = (lines: readonly ScopeTexts[]) => [
  [...SCOPE_FIELDS] as string[],
  ...lines.map((line) => SCOPE_FIELDS.map((field) => line[field] ?? "")),
];
const csv = (lines: readonly ScopeTexts[]) =>
  new TextEncoder().encode(
    sheet(lines)
      .map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(","))
      .join("\n"),
  );
const handIn = (bytes: Uint8Array, context: Context = proposer, name = "scope.csv") =>
  startScopeImport(context, accreditation!.id, { name, stream: stream(bytes) });
const texts = async (): Promise<ScopeTexts[]> =>
  (await scope()).map((line) => Object.fromEntries(SCOPE_FIELDS.map((field) => [field, line[field] ?? ""])));
const rowsOf = async (id: string, kind: "new" | "changed" | "ended" | "bad") =>
  (await pageScopeImportRows(proposer, id, { kind, limit: 100 })).items;

test("the scope that holds is the same when it comes back, as CSV and as XLSX", async () => {
  const lines = await texts();
  expect((await handIn(csv(lines))).counts).toMatchObject({ same: lines.length, new: 0, changed: 0, ended: 0, bad: 0 });
  const cells = sheet(lines).map((row) => row.map((value) => ({ value, type: String as StringConstructor })));
  const book = await writeXlsx(cells).toBuffer();
  const { id, counts } = await handIn(book, proposer, "scope.xlsx");
  expect(counts["same"]).toBe(lines.length);
  await expect(confirmScopeImport(signatory, id, REASON)).rejects.toMatchObject({ code: "import-without-change" });
});

test("whichever statement fails, confirming leaves no trace", async () => {
  const before = await scope();
  const changed = await changes();
  const [first, second] = await texts();
  const few = [
    { ...first!, cmc: "0.3" },
    { ...second!, method: "another method" },
  ];
  const { id } = await handIn(csv(few));
  for (let n = 1; ; n++) {
    const fault = await confirmScopeImport(breakingAt(n, signatory), id, REASON).then(
      () => null,
      (error: unknown) => String(error),
    );
    if (fault === null) {
      expect(n).toBeGreaterThan(9);
      break;
    }
    expect(fault).toContain("injected fault");
    const state = [await scope(), (await changes()).length, (await getScopeImport(proposer, id)).state];
    expect(state, `statement ${n}`).toEqual([before, changed.length, "ready"]);
  }
  expect((await scope()).map(({ method }) => method).sort(byText)).toEqual(
    few.map(({ method = "" }) => method).sort(byText),
  );
});

test("5 000 lines with 37 bad ones: bad cells by line and column, the good ones confirmed by a second person, all or none", async () => {
  const commission = await submittedCommission(bench);
  const before = await scope();
  const [first, second, ...rest] = await texts();
  const own = { ...first!, method: "own method" };
  const many = Array.from(
    { length: 5000 - rest.length - 1 },
    (_, at): ScopeTexts => ({
      ...own,
      objectZh: `对象 ${at}`,
      objectEn: `object ${at}`,
      ...(at % 130 === 7 && at / 130 < 37 ? { validTo: "2026-02-30" } : {}),
    }),
  );
  const { id, counts, inUse } = await handIn(csv([{ ...second!, cmc: "0.0001" }, ...rest, ...many]));
  expect(counts).toEqual({ new: many.length - 37, changed: 1, ended: 1, same: rest.length, bad: 37 });
  expect(await scope()).toEqual(before);
  const bad = await rowsOf(id, "bad");
  expect(bad).toHaveLength(37);
  expect(bad[0]).toMatchObject({
    line: rest.length + 3 + 7,
    problems: [{ field: "validTo", code: "row-date-impossible" }],
  });
  expect((await rowsOf(id, "ended"))[0]!.shown).toMatchObject({ method: before[0]!.method });
  expect((await rowsOf(id, "changed"))[0]!.changes).toMatchObject([{ field: "cmc", after: "0.0001" }]);
  expect(inUse).toBe(1);

  await confirmScopeImport(signatory, id, REASON);
  const after = await scope();
  expect(after).toHaveLength(many.length - 37 + rest.length + 1);
  expect((await changes()).every(({ reason }) => reason === REASON)).toBe(true);
  expect((await pageScope(bench.as(HANDS.mill), "ins-sugar", { limit: 5, text: "own method" })).items).toHaveLength(5);
  await expect(confirmScopeImport(signatory, id, REASON)).rejects.toMatchObject({ code: "import-not-open" });
  const told = await owner.selectFrom("outbox").selectAll().where("topic", "=", "scope.changed").execute();
  expect(told.map(({ subject }) => subject)).toEqual([commission.id]);
}, 30_000);

test("a preview beside another scope is outdated, one given up stays so, and a scope of one's own hand is not confirmed", async () => {
  const lines = (await texts()).slice(0, 5);
  const one = await handIn(csv(lines.map((line) => ({ ...line, cmc: "0.5" }))), signatory);
  await expect(confirmScopeImport(signatory, one.id, REASON)).rejects.toMatchObject({ code: "not-independent" });
  expect((await declineScopeImport(signatory, one.id, REASON)).state).toBe("declined");
  await expect(declineScopeImport(signatory, one.id, REASON)).rejects.toMatchObject({ code: "import-not-open" });

  const stale = await handIn(csv(lines.map((line) => ({ ...line, cmc: "0.6" }))));
  const [some] = await scope();
  await owner.updateTable("scope_line").set({ cmc: "0.7" }).where("id", "=", some!.id).execute();
  await expect(confirmScopeImport(signatory, stale.id, REASON)).rejects.toMatchObject({ code: "import-outdated" });
});

test("another house sees no scope file and hands none in; what is no table is refused", async () => {
  const { id } = (await pageScopeImports(proposer, { limit: 1 })).items[0]!;
  const other = bench.as(HANDS["ins-caiq"].signatory);
  expect((await pageScopeImports(other, { limit: 5 })).items).toEqual([]);
  await expect(getScopeImport(other, id)).rejects.toMatchObject({ code: "not-found" });
  await expect(confirmScopeImport(other, id, REASON)).rejects.toMatchObject({ code: "not-found" });
  await expect(handIn(csv(await texts()), other)).rejects.toMatchObject({ code: "not-found" });
  const bytes = (text: string) => new TextEncoder().encode(text);
  await expect(handIn(bytes(""))).rejects.toMatchObject({ code: "file-empty" });
  await expect(handIn(bytes("method,colour of the cover\nM,red"))).rejects.toMatchObject({ code: "import-columns" });
  await expect(handIn(Uint8Array.of(0, 1, 2, 3))).rejects.toMatchObject({ code: "import-unreadable" });
});
