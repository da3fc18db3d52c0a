import assert from "node:assert/strict";
import { describe, test } from "vitest";
import { sugarForTwoMarkets } from "../testing/worked-instances.ts";
import { coverage, judgeOf } from "./coverage.ts";
import { whyCovered, whyNotCovered } from "./explain.ts";
import { passedOver, planLines, whyUncoverable } from "./plan-lines.ts";
import { readInstance } from "./read-instance.ts";

const sugar = readInstance(sugarForTwoMarkets);

/** One requirement, one offer: `judged` says how the offer fares when parts of both are changed. */
function judged(change: {
  requirement?: Record<string, unknown>;
  offer?: Record<string, unknown>;
  market?: Record<string, unknown>;
  relations?: readonly Record<string, unknown>[];
  issued?: string;
}) {
  const offer = {
    id: "o",
    lab: "A",
    method: "M",
    characteristics: [{ id: "x" }],
    accreditedBy: ["CNAS"],
    price: 1,
    leadDays: 1,
    sample: { qty: 1, destructive: true },
    ...change.offer,
  };
  const instance = readInstance({
    date: "2026-11-01",
    policy: { loqFraction: 0.5, uFraction: 0.3 },
    accreditationGroups: { G: ["CNAS"] },
    objective: { order: ["cost"] },
    markets: [
      {
        code: "CN",
        methodPolicy: "equivalent",
        accreditation: { mode: "any" },
        reportMaxAgeDays: 730,
        ...change.market,
      },
    ],
    methodRelations: change.relations ?? [],
    requirements: [{ id: "r", market: "CN", characteristic: "x", methods: [], conform: true, ...change.requirement }],
    labs: [{ id: "A", fixedCost: 0, shipDays: 1, discount: [] }],
    offers: change.issued === undefined ? [offer] : [],
    evidence: change.issued === undefined ? [] : [{ ...offer, issued: change.issued }],
  });
  const source = instance.offers[0] ?? instance.evidence[0]!;
  const judgement = judgeOf(instance)(source, instance.requirements[0]!);
  return judgement.covers ? "covers" : judgement.exclusion.rule;
}

describe("methods", () => {
  const listed = { methods: ["L"] };
  const chain = (type: string, a = "M", b = "L") => [{ a, b, type }];

  test("an open requirement takes any method, a listed one only itself", () => {
    assert.equal(judged({}), "covers");
    assert.equal(judged({ requirement: listed }), "method");
    assert.equal(judged({ requirement: listed, offer: { method: "L" } }), "covers");
  });

  test("identical counts under every policy and in both directions", () => {
    for (const methodPolicy of ["listed", "equivalent", "stricter"]) {
      assert.equal(judged({ requirement: listed, market: { methodPolicy }, relations: chain("identical") }), "covers");
      assert.equal(
        judged({ requirement: listed, market: { methodPolicy }, relations: chain("identical", "L", "M") }),
        "covers",
      );
    }
  });

  test("equivalent counts unless the market takes only what it lists", () => {
    assert.equal(judged({ requirement: listed, relations: chain("equivalent") }), "covers");
    assert.equal(
      judged({ requirement: listed, market: { methodPolicy: "listed" }, relations: chain("equivalent") }),
      "method",
    );
  });

  test("a stricter method counts for a laxer one where the market admits it, never the reverse", () => {
    const market = { methodPolicy: "stricter" };
    assert.equal(judged({ requirement: listed, market, relations: chain("stricter") }), "covers");
    assert.equal(judged({ requirement: listed, market, relations: chain("stricter", "L", "M") }), "method");
    assert.equal(judged({ requirement: listed, relations: chain("stricter") }), "method");
  });

  test("relations chain, and a relation kept to one characteristic does not serve another", () => {
    const relations = [...chain("identical", "M", "N"), ...chain("equivalent", "L", "N")];
    assert.equal(judged({ requirement: listed, relations }), "covers");
    assert.equal(
      judged({ requirement: listed, relations: [{ ...chain("identical")[0], characteristics: ["y"] }] }),
      "method",
    );
    assert.equal(
      judged({ requirement: listed, relations: [{ ...chain("identical")[0], characteristics: ["x"] }] }),
      "covers",
    );
  });
});

describe("laboratories", () => {
  test("accreditation by a named body or by a member of a named arrangement counts", () => {
    assert.equal(judged({ market: { accreditation: { mode: "accredited", bodies: ["CNAS"] } } }), "covers");
    assert.equal(judged({ market: { accreditation: { mode: "accredited", groups: ["G"] } } }), "covers");
    assert.equal(judged({ market: { accreditation: { mode: "accredited", bodies: ["KAN"] } } }), "not-accredited");
    assert.equal(judged({ market: { accreditation: { mode: "accredited", groups: ["unknown"] } } }), "not-accredited");
  });

  test("a requirement's own designation replaces the market's rule, either way", () => {
    const closed = { accreditation: { mode: "designated", labs: ["B"] } };
    assert.equal(judged({ market: closed }), "not-designated");
    assert.equal(judged({ market: closed, requirement: { designatedLabs: ["A"] } }), "covers");
    assert.equal(judged({ requirement: { designatedLabs: ["B"] } }), "not-designated");
  });
});

describe("capability", () => {
  const withLimit = (limit: Record<string, number>, capability: Record<string, unknown>) => {
    const requirement = { limit, conform: null };
    return judged({ requirement, offer: { characteristics: [{ id: "x", ...capability }] } });
  };

  test("every bound lies inside the scope, ends included", () => {
    assert.equal(withLimit({ max: 10 }, { min: 0, max: 10 }), "covers");
    assert.equal(withLimit({ max: 10 }, { min: 0, max: 9.99 }), "scope");
    assert.equal(withLimit({ min: 1, max: 5 }, { min: 1.01 }), "scope");
    assert.equal(withLimit({ min: 1 }, { max: 0.5 }), "scope");
  });

  test("the edges of quantification and uncertainty are exact where binary fractions would miss them", () => {
    // 0.5 × 0.3 is 0.15; 0.3 × 0.7 is 0.21, in binary 0.20999999999999999.
    assert.equal(withLimit({ max: 0.3 }, { loq: 0.15 }), "covers");
    assert.equal(withLimit({ max: 0.3 }, { loq: 0.1500001 }), "quantification");
    assert.equal(withLimit({ max: 0.7 }, { U: 0.21 }), "covers");
    assert.equal(withLimit({ max: 0.7 }, { U: 0.2100001 }), "uncertainty");
  });

  test("uncertainty is held against the width of a two-sided limit, else against the bound without its sign", () => {
    assert.equal(withLimit({ min: 99, max: 101 }, { U: 0.6 }), "covers");
    assert.equal(withLimit({ min: 99, max: 101 }, { U: 0.61 }), "uncertainty");
    assert.equal(withLimit({ min: -10 }, { U: 3 }), "covers");
  });

  test("quantification does not matter to a lower bound, and unstated figures do not restrict", () => {
    assert.equal(withLimit({ min: 1 }, { loq: 100 }), "covers");
    assert.equal(withLimit({ max: 1 }, {}), "covers");
  });

  test("one of two capabilities for the same characteristic is enough", () => {
    const characteristics = [
      { id: "x", max: 5 },
      { id: "x", min: 5, max: 50 },
    ];
    assert.equal(judged({ requirement: { limit: { max: 20 }, conform: null }, offer: { characteristics } }), "covers");
  });

  test("a run at a higher severity serves a lower one, an unstated severity serves none", () => {
    const requirement = { severity: 25, conform: null };
    assert.equal(judged({ requirement, offer: { severity: 35 } }), "covers");
    assert.equal(judged({ requirement, offer: { severity: 24.9 } }), "severity");
    assert.equal(judged({ requirement }), "severity");
  });
});

test("a held report counts up to the greatest age, the last day included, and never from the future", () => {
  // 2024-11-01 to 2026-11-01 is 365 + 365 = 730 days: 2024-02-29 lies before it.
  assert.equal(judged({ issued: "2024-11-01" }), "covers");
  assert.equal(judged({ issued: "2024-10-31" }), "age");
  assert.equal(judged({ issued: "2026-11-02" }), "age");
  assert.equal(judged({ issued: "1990-01-01", market: { reportMaxAgeDays: null } }), "covers");
});

describe("reasons", () => {
  const judge = judgeOf(sugar);
  const reason = (offerId: string, requirementId: string) => {
    const offer = sugar.offers.find(({ id }) => id === offerId)!;
    const judgement = judge(offer, sugar.requirements.find(({ id }) => id === requirementId)!);
    return judgement.covers ? whyCovered(offer.method, judgement) : whyNotCovered(offer.method, judgement.exclusion);
  };

  test("an accepted offer names the relation of methods and the accreditation", () => {
    assert.equal(
      reason("a1", "vn-colour").en,
      "GB/T 35887-2018 is equivalent to TCVN 6333:2010 (ICUMSA GS2/3-9 = TCVN 6333:2010, GB/T 35887-2018 ≈ ICUMSA GS2/3-9); " +
        "the laboratory is accredited by CNAS, a signatory of GAC-MRA.",
    );
    assert.equal(reason("a1", "cn-colour").zh, "采用规定的方法 GB/T 35887-2018；实验室获 CNAS 认可。");
  });

  test("a refused offer names the first rule that fails", () => {
    assert.equal(reason("b1", "cn-colour").en, "Not accredited by a body that the market accepts (CNAS).");
    assert.equal(reason("b2", "vn-lead").en, "Its quantification limit 0.3 is above the 0.25 that this limit allows.");
  });

  test("a plan's lines say what each purchase covers, and cheaper offers say why they are passed over", () => {
    const lines = planLines(sugar, ["a1", "a2", "a3"]);
    assert.deepEqual(
      lines.map(({ offer, covers }) => [offer, covers.map(({ requirement }) => requirement)]),
      [
        ["a1", ["cn-colour", "vn-colour"]],
        ["a2", ["cn-so2"]],
        ["a3", ["cn-lead", "vn-lead"]],
      ],
    );
    assert.deepEqual(
      passedOver(sugar, ["a1", "a2", "a3"]).map((one) => [
        one.offer,
        one.insteadOf,
        one.requirement,
        one.exclusion?.rule,
      ]),
      [
        ["b1", "a1", "cn-colour", "not-accredited"],
        ["b2", "a3", "cn-lead", "method"],
        ["b3", "a3", "cn-lead", "not-accredited"],
      ],
    );
  });

  test("an uncoverable requirement says what every offer fails at", () => {
    const onlyB = { ...sugar, offers: sugar.offers.filter(({ lab }) => lab === "B") };
    const { uncoverable } = coverage(onlyB);
    const reasons = whyUncoverable(onlyB, uncoverable);

    assert.deepEqual(
      reasons.map(({ requirement, offers }) => [requirement, offers.map(({ exclusion }) => exclusion.rule)]),
      [
        ["cn-colour", ["not-accredited"]],
        ["cn-so2", []],
        ["cn-lead", ["method", "not-accredited"]],
      ],
    );
    assert.equal(reasons[1]?.because.en, "No laboratory offers a test of this characteristic.");
  });
});
