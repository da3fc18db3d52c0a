import assert from "node:assert/strict";
import { describe, test } from "vitest";
import { judgeOf } from "./coverage.ts";
import { whyNotCovered } from "./explain.ts";
import { heldAnswers } from "./held-reports.ts";
import { readInstance } from "./read-instance.ts";
import { wouldCover } from "./would-cover.ts";

type Fields = Record<string, unknown>;
type Change = {
  readonly market?: Fields;
  readonly requirement?: Fields;
  readonly source?: Fields;
  readonly issued?: string;
  readonly memberships?: readonly Fields[];
  readonly relations?: readonly Fields[];
  readonly date?: string;
};

function instanceOf({ market, requirement, source, issued, memberships, relations, date = "2026-11-25" }: Change) {
  const one = {
    id: "o",
    lab: "A",
    method: "IEC 62560:2011",
    characteristics: [{ id: "x" }],
    accreditedBy: ["KAN"],
    price: 1,
    leadDays: 1,
    sample: { qty: 1, destructive: true },
    ...source,
  };
  return readInstance({
    date,
    policy: { loqFraction: 0.5, uFraction: 0.3 },
    accreditationGroups: { G: ["KAN"] },
    ...(memberships ? { memberships } : {}),
    objective: { order: ["cost"] },
    markets: [
      { code: "SG", methodPolicy: "equivalent", accreditation: { mode: "any" }, reportMaxAgeDays: null, ...market },
    ],
    methodRelations: relations ?? [],
    requirements: [{ id: "r", market: "SG", characteristic: "x", methods: [], conform: true, ...requirement }],
    labs: [{ id: "A", fixedCost: 0, shipDays: 1, discount: [] }],
    offers: issued === undefined ? [one] : [],
    evidence: issued === undefined ? [] : [{ ...one, issued }],
  });
}

/** How one offer or report fares: the rule that fails with its sentence, or what covers. */
function judged(change: Change) {
  const instance = instanceOf(change);
  const source = instance.offers[0] ?? instance.evidence[0]!;
  const judgement = judgeOf(instance)(source, instance.requirements[0]!);
  if (judgement.covers) return judgement.provisional ? "provisional" : "covers";
  return `${judgement.exclusion.rule}: ${whyNotCovered(source.method, judgement.exclusion).en}`;
}

describe("least edition", () => {
  const market = { minEdition: { "IEC 62560": "2011+A1:2015" } };

  test("an older edition, one without its amendment and an undated one are refused by the name of the flag", () => {
    for (const method of ["IEC 62560:2011", "IEC 62560:2006+A1:2016", "IEC 62560"])
      assert.match(judged({ market, source: { method } }), /^edition: .*minEdition/u, method);
    for (const method of ["IEC 62560:2011+A1:2015", "IEC 62560-2015", "IEC 62560:2020", "other method"])
      assert.equal(judged({ market, source: { method } }), "covers", method);
  });

  test("an adopted method is judged by the edition that it adopts", () => {
    const adopts = (b: string) => ({
      market,
      source: { method: "PNS IEC 62560:2012" },
      requirement: { methods: [b] },
      relations: [{ a: "PNS IEC 62560:2012", b, type: "identical" }],
    });
    assert.match(judged(adopts("IEC 62560:2011")), /^edition: /u);
    assert.equal(judged(adopts("IEC 62560:2011+A1:2015")), "covers");
  });

  test("a requirement's own condition replaces the market's", () => {
    assert.equal(judged({ market, requirement: { minEdition: {} } }), "covers");
  });
});

describe("reports already held", () => {
  const issued = "2026-10-01";

  test("supplementary reports fail where only full ones count, interim ones are flagged or refused", () => {
    const kind = (report: string, market: Fields = {}) => judged({ issued, source: { report }, market });
    assert.equal(kind("supplementary"), "covers");
    assert.match(kind("supplementary", { fullReportOnly: true }), /fullReportOnly/u);
    assert.equal(kind("full", { fullReportOnly: true }), "covers");
    assert.match(kind("interim"), /^report-kind: .*provisional/u);
    assert.equal(kind("interim", { provisional: true }), "provisional");
    assert.equal(kind("interim", { provisional: true, fullReportOnly: true }), "provisional");
  });

  test("a stated value is judged by each limit, not by being there", () => {
    const value = (printed: string | number, limit: Fields) =>
      judged({
        issued,
        requirement: { conform: null, limit },
        source: { characteristics: [{ id: "x", value: printed }] },
      });
    assert.equal(value("0.5", { max: 0.5 }), "covers");
    assert.match(value("0.5", { max: 0.5, maxExclusive: true }), /^value: /u);
    assert.match(value(0.51, { max: 0.5 }), /^value: .*fails this market's limit \(at most 0.5\)/u);
    assert.equal(value("<0.5", { max: 0.5, maxExclusive: true }), "covers");
    assert.match(value("<0.6", { max: 0.5 }), /^value-open: /u);
    assert.match(value(">0.5", { max: 0.5 }), /^value: /u);
    assert.match(value("<1", { min: 1, max: 2 }), /^value: .*at least 1/u);
    assert.equal(value(">1", { min: 1 }), "covers");
  });

  test("what each report answers is listed with its reason, and what it never tested is not", () => {
    const instance = instanceOf({ issued, source: { report: "interim" }, market: { provisional: true } });
    assert.partialDeepStrictEqual(heldAnswers(instance), [{ evidence: "o", requirement: "r", provisional: true }]);
    assert.match(heldAnswers(instance)[0]!.because.en, /a final report has to replace/u);
    assert.deepEqual(heldAnswers(instanceOf({ issued, source: { characteristics: [{ id: "y" }] } })), []);
  });
});

test("who drew the sample counts where a market asks, and an unknown sampler shows nothing", () => {
  const market = { sampledBy: ["authority", "laboratory"] };
  assert.match(judged({ market }), /^sampling: .*sampledBy.*not stated/u);
  assert.match(judged({ market, source: { sampledBy: "client" } }), /^sampling: .*the client/u);
  assert.equal(judged({ market, source: { sampledBy: "authority" } }), "covers");
});

describe("arrangements in time", () => {
  const market = { accreditation: { mode: "accredited", bodies: [], groups: ["G"] } };
  const ends = [{ group: "G", body: "KAN", from: "2020-01-01", until: "2026-06-01" }];

  test("an offer is judged on the day of planning, a report on the day of its issue", () => {
    assert.equal(judged({ market, memberships: ends, date: "2026-05-31" }), "covers");
    assert.match(judged({ market, memberships: ends, date: "2026-06-01" }), /^membership-expired: .*since 2026-06-01/u);
    assert.equal(judged({ market, memberships: ends, issued: "2026-05-31" }), "covers");
    assert.match(judged({ market, memberships: ends, date: "2019-12-31" }), /^membership-not-yet: .*2020-01-01/u);
  });

  test("a membership for another activity is none, and a later one of the same body takes over", () => {
    const inspection = [{ group: "G", body: "KAN", activity: "inspection" }];
    assert.match(judged({ market, memberships: inspection }), /^not-accredited: /u);
    assert.equal(judged({ market, memberships: inspection, source: { activity: "inspection" } }), "covers");
    assert.equal(judged({ market, memberships: [...ends, { group: "G", body: "KAN", from: "2026-09-01" }] }), "covers");
    assert.equal(judged({ market }), "covers");
  });

  test("what would cover it names only bodies that hold now", () => {
    const instance = instanceOf({ market, memberships: [...ends, { group: "G", body: "BoA" }] });
    assert.deepEqual(wouldCover(instance, instance.requirements[0]!).accreditation, ["BoA"]);
  });
});

test("a condition that means nothing is refused with its place", () => {
  const bad: readonly Change[] = [
    { market: { sampledBy: ["nobody"] } },
    { market: { fullReportOnly: "yes" } },
    { market: { minEdition: { IEC: 2011 } } },
    { issued: "2026-10-01", source: { report: "draft" } },
    { issued: "2026-10-01", source: { characteristics: [{ id: "x", value: "n.d." }] } },
    { memberships: [{ group: "G", body: "KAN", from: "2026-01-01", until: "2026-01-01" }] },
  ];
  for (const change of bad)
    assert.throws(() => instanceOf(change), { code: "malformed-instance" }, JSON.stringify(change));
});
