import assert from "node:assert/strict";
import { test } from "vitest";
import { decimal } from "../decimal.ts";
import { tQuantile } from "../distributions.ts";
import { Refusal } from "../refusal.ts";
import { netContent } from "../testing/sampling-data.ts";
import { acceptanceProbability } from "./acceptance-probability.ts";
import { judgeNetContent, netContentPlan } from "./net-content.ts";
import { comparePlans, netContentEditionOn } from "./net-content-editions.ts";

const { editions } = netContent;
const refusal = (code: string) => (error: unknown) => error instanceof Refusal && error.code === code;
const byId = (id: string) => editions.find((each) => each.id === id) ?? assert.fail(id);
const r87 = byId("oiml-r87-2016");
const parts = r87.plans.flatMap(({ from, to, n, lambda, maxT1 }) =>
  n === "all" || lambda === null ? [] : [{ from, to: to ?? 1_000_000, n, factor: lambda, maxT1 }],
);

test("each day has its edition, and older goods keep theirs beside it until they expire", () => {
  const on = (day: string, madeOn?: string) => {
    const { edition, alternatives } = netContentEditionOn(editions, "JJF 1070", day, madeOn);
    return [edition.id, ...alternatives.map(({ id }) => id)];
  };
  assert.deepEqual(on("2024-10-11"), ["jjf1070-2005"]);
  assert.deepEqual(on("2024-10-12"), ["jjf1070-2023"]);
  assert.deepEqual(on("2026-11-25", "2024-10-11"), ["jjf1070-2023", "jjf1070-2005"]);
  assert.deepEqual(on("2026-11-25", "2024-10-12"), ["jjf1070-2023"]);
  assert.equal(netContentEditionOn(editions, "OIML R 87", "2020-01-01", "2010-01-01").alternatives.length, 0);
  assert.throws(() => netContentEditionOn(editions, "JJF 1070", "2005-12-31"), refusal("no-sampling-plan"));
  assert.throws(() => netContentEditionOn(editions, "JJF 1070", "2024-02-30"), refusal("not-a-date"));
});

test("editions of one rule follow each other without gap or overlap", () => {
  for (const family of ["JJF 1070", "OIML R 87"] as const) {
    const row = editions.filter((each) => each.family === family);
    for (const [i, each] of row.entries()) assert.equal(each.validUntil, row[i + 1]?.validFrom ?? null, each.id);
  }
});

test("lot sizes of every edition follow each other without gap", () => {
  for (const { id, plans } of editions) {
    for (const [i, { to }] of plans.entries()) assert.equal(plans[i + 1]?.from ?? null, to && to + 1, `${id} ${to}`);
  }
});

test("OIML R 87:2016: the factor is t₀.₉₉₅/√n · √((N − n)/(N − 1)) at the largest lot of each row", () => {
  for (const { to, n, factor } of parts) {
    const computed = (tQuantile(0.995, n - 1) / Math.sqrt(n)) * Math.sqrt((to - n) / (to - 1));
    assert.ok(Math.abs(computed - Number(factor)) <= 0.00501, `${to}: ${computed}`);
  }
});

test("OIML R 87:2016: lots with 2.5 % inadequate packages pass with 95 %, with 9 % with at most 12 %", () => {
  for (const { from, to, n, maxT1 } of parts) {
    for (const lotSize of [Math.max(from, n + 1), to]) {
      const passes = (inadequate: number) =>
        acceptanceProbability({ n, acceptance: maxT1 }, inadequate / lotSize, { lotSize });
      assert.ok(passes(Math.floor(0.025 * lotSize)) >= 0.95, `${lotSize}`);
      assert.ok(passes(Math.floor(0.09 * lotSize)) <= 0.12, `${lotSize}`);
    }
  }
});

test("where the plan asks for as many packages as the lot has, all are measured and the plain mean counts", () => {
  const plan = (lotSize: number) => {
    const { size, lambda, maxT1 } = netContentPlan(r87, lotSize);
    return [size, lambda, maxT1];
  };
  assert.deepEqual(
    [plan(20), plan(21), plan(32), plan(33)],
    [
      [20, "0", 0],
      [21, "0", 1],
      [32, "0", 1],
      [32, "0.22", 1],
    ],
  );
  assert.deepEqual(
    [plan(656), plan(657), plan(5_000_000)],
    [
      [98, "0.24", 5],
      [98, "0.25", 5],
      [98, "0.27", 5],
    ],
  );
  const lot = { nominal: decimal("500"), lotSize: 2 };
  const judge = (...contents: readonly string[]) => judgeNetContent(r87, { ...lot, contents: contents.map(decimal) });
  assert.deepEqual([judge("499", "501").accepted, judge("499", "500").meanOk], [true, false]);
  assert.equal(judge("499", "501").status, "secondary");
  assert.throws(() => netContentPlan(r87, 0), refusal("outside-domain"));
});

test("one sample, two editions: what was short by more than T in 2005 is short in 2023, and the small lot's mean counts", () => {
  const judge = (id: string, contents: readonly string[], lotSize: number) => {
    const found = judgeNetContent(byId(id), { nominal: decimal("100"), lotSize, contents: contents.map(decimal) });
    return [found.countT1, found.meanOk, found.accepted, found.status];
  };
  const small = ["99", "100", "99.5"];
  assert.deepEqual(judge("jjf1070-2005", small, 3), [0, undefined, true, "read"]);
  assert.deepEqual(judge("jjf1070-2023", small, 3), [0, false, false, "recalled"]);
  const ten = ["95.4", ...Array.from({ length: 9 }, () => "101")];
  assert.deepEqual(judge("jjf1070-2005", ten, 40).slice(0, 3), [1, true, false]);
  assert.deepEqual(judge("jjf1070-2023", ten, 40).slice(0, 3), [1, true, false]);
});

test("editions that ask for different things say so", () => {
  const compare = (lotSize: number, ...ids: readonly string[]) => comparePlans(ids.map(byId), lotSize);
  assert.equal(compare(40, "jjf1070-2005", "jjf1070-2023").agree, true);
  assert.equal(compare(8, "jjf1070-2005", "jjf1070-2023").agree, false);
  assert.equal(compare(200, "jjf1070-2023", "oiml-r87-2016").agree, false);
  const few = compare(50, "oiml-r87-2004", "oiml-r87-2016");
  assert.deepEqual([few.agree, few.plans.map(({ plan }) => plan?.size)], [false, [undefined, 35]]);
  assert.throws(() => compare(0, "jjf1070-2005"), refusal("outside-domain"));
});
