import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { formatDecimal } from "@quanheng/kernel/decimal.ts";
import { agrees, near } from "@quanheng/kernel/testing/agree.ts";
import { attributeTables, netContent } from "@quanheng/kernel/testing/sampling-data.ts";
import { describe, test } from "vitest";
import { type DeclaredQuality, declaredQualityAudit } from "./declared-quality.ts";
import { type InterspaceTable, interspaceLimit, interspaceRatio } from "./interspace-ratio.ts";
import { type CharacterHeightTable, characterHeight, labelCheckDigit, unitPrice } from "./label.ts";
import { type NetContentLot, netContentLot, netMasses, volumeOf } from "./net-content-lot.ts";
import { samplingPlan } from "./sampling-plan.ts";
import { type Draw, frozenList, type Offer, verifiableDraw } from "./verifiable-draw.ts";

const table = <T>(name: string): T =>
  JSON.parse(readFileSync(new URL(`../../../../../data/methods/${name}.json`, import.meta.url), "utf8")) as T;
const edition2023 = netContent.editions.find(({ id }) => id === "jjf1070-2023");

describe("net content of a lot", () => {
  const edition = edition2023 ?? assert.fail("JJF 1070-2023");
  const snacks: NetContentLot = {
    nominal: 500,
    lotSize: 40,
    contents: [498.2, 501.6, 503.1, 497.4, 500.8, 499.3, 502.2, 496.9, 500.1, 501],
  };

  test("500 g, ten of 40: mean 500.060, s 2.07429, corrected 502.192: accepted", () => {
    const found = netContentLot(edition, snacks);
    agrees(found.mean, "500.060");
    agrees(found.s, "2.07429");
    agrees(found.correctedMean, "502.192");
    assert.deepEqual([formatDecimal(found.tolerance), found.countT1, found.accepted], ["15.0", 0, true]);
  });

  test("a mean of 491.850 is corrected to 496.928 and fails; one package is short by 15.4 g", () => {
    const contents = [488.1, 486.5, 500.4, 492.3, 495, 484.6, 497.7, 493.2, 490.9, 489.8];
    const found = netContentLot(edition, { ...snacks, contents });
    agrees(found.correctedMean, "496.928");
    assert.deepEqual([found.countT1, found.meanOk, found.individualsOk, found.accepted], [1, false, false, false]);
  });

  test("a deficiency of exactly T does not count, one beyond 2T is never allowed", () => {
    const nine = Array.from({ length: 9 }, () => 503);
    assert.equal(netContentLot(edition, { ...snacks, contents: [...nine, 485] }).countT1, 0);
    const bad = netContentLot(edition, { ...snacks, contents: [...nine, 469.9] });
    assert.deepEqual([bad.countT1, bad.countT2, bad.individualsOk], [0, 1, false]);
  });

  test("of a lot up to ten everything is measured and the plain mean counts", () => {
    const small = { nominal: 500, lotSize: 3, contents: [500, 501, 498.9] };
    const found = netContentLot(edition, small);
    assert.deepEqual([found.size, found.lambda, found.meanOk], [3, 0, false]);
    assert.equal(netContentLot(edition, { ...small, contents: [500, 501, 499] }).accepted, true);
    assert.equal(netContentLot(edition, { nominal: 500, lotSize: 1, contents: [500] }).s, 0);
  });

  test.each<[string, Partial<NetContentLot>, string]>([
    ["nine packages instead of ten", { contents: snacks.contents.slice(1) }, "sample-size"],
    ["a package without content", { contents: snacks.contents.with(0, 0) }, "outside-method-range"],
    ["a content that is no number", { contents: snacks.contents.with(0, Number.NaN) }, "outside-method-range"],
    ["more than 50 kg", { nominal: 50_001 }, "outside-method-range"],
    ["no nominal quantity", { nominal: 0 }, "outside-method-range"],
    ["no lot", { lotSize: 0 }, "outside-domain"],
    ["half a package in the lot", { lotSize: 40.5 }, "outside-domain"],
  ])("%s is refused", (_, wrong, code) => {
    assert.throws(() => netContentLot(edition, { ...snacks, ...wrong }), { code });
  });

  test("without plans there is no verdict", () => {
    assert.throws(() => netContentLot({ ...edition, plans: [] }, snacks), { code: "no-sampling-plan" });
  });
});

describe("net masses and volumes", () => {
  test("gross less the mean of the empty packages: 512.4 − 12.2 = 500.2 g", () => {
    const [first, second] = netMasses([512.4, 515.8], [12.1, 12.3]);
    near(first ?? 0, 500.2, 1e-12);
    near(second ?? 0, 503.6, 1e-12);
  });

  test("515 g of 1.03 g/mL are 500 mL, and without a density there is no volume", () => {
    near(volumeOf(515, 1.03), 500, 1e-12);
    assert.throws(() => volumeOf(515, undefined), { code: "density-missing" });
    assert.throws(() => volumeOf(515, 1030), { code: "outside-method-range" });
  });

  test("a single empty package and a package lighter than an empty one are refused", () => {
    assert.throws(() => netMasses([512.4], [12.1]), { code: "too-few-rows" });
    assert.throws(() => netMasses([12.1], [12.1, 12.3]), { code: "outside-method-range" });
  });
});

describe("sampling plan of a contract", () => {
  const plan = (lot: number, aql: string, level: "II" | "S-4" = "II") =>
    samplingPlan(attributeTables, lot, { level, aql, counting: "nonconforming-items" }, "normal");

  test("1000 at level II: J 80, Ac 2 at 1.0 and Ac 1 at 0.65", () => {
    assert.deepEqual(
      [plan(1000, "1.0").letter, plan(1000, "1.0").tableSize, plan(1000, "1.0").acceptance],
      ["J", 80, 2],
    );
    assert.equal(plan(1000, "0.65").acceptance, 1);
  });

  test("60 at AQL 0.10 lead from E to K with 125: everything is inspected", () => {
    const { initialLetter, letter, tableSize, sampleSize, fullInspection } = plan(60, "0.10");
    assert.deepEqual([initialLetter, letter, tableSize, sampleSize, fullInspection], ["E", "K", 125, 60, true]);
  });

  test("an AQL written otherwise is the same one", () => {
    assert.equal(plan(1000, "1.00").acceptance, 2);
  });

  test.each(["1.2", "", "one", "-1", "1e0"])("an AQL of “%s” is refused", (aql) => {
    assert.throws(() => plan(1000, aql), { code: "aql-not-preferred" });
  });

  test("a lot of one is no lot", () => {
    assert.throws(() => plan(1, "1.0"), { code: "outside-domain" });
  });
});

describe("audit of a declared quality", () => {
  const audit: DeclaredQuality = { lotSize: 500, declaredCount: 10, n: 13, limit: 1, alternativeCount: 40 };

  test("13 of 500 with L = 1: risk 0.02499 at 10 nonconforming, detection 0.27915 at 40", () => {
    const { risk, detection, allowed } = declaredQualityAudit(audit);
    agrees(risk, "0.02499");
    agrees(detection, "0.27915");
    assert.equal(allowed, true);
  });

  test("L = 0 would contradict a true declaration far too often", () => {
    assert.equal(declaredQualityAudit({ ...audit, limit: 0 }).allowed, false);
  });

  test("by hand: 2 of 4, one nonconforming, L = 0: drawn with probability 1/2", () => {
    const hand = { lotSize: 4, declaredCount: 1, n: 2, limit: 0, alternativeCount: 4 };
    near(declaredQualityAudit(hand).risk, 0.5, 1e-12);
    near(declaredQualityAudit(hand).detection, 1, 1e-12);
  });

  test.each<[string, Partial<DeclaredQuality>, string]>([
    ["half an item", { declaredCount: 1.5 }, "not-whole"],
    ["a negative count", { n: -1 }, "not-whole"],
    ["more declared than there are", { declaredCount: 501 }, "outside-method-range"],
    ["a sample beyond the lot", { n: 501 }, "outside-method-range"],
    ["a limit as large as the sample", { limit: 13 }, "outside-method-range"],
    ["a lot of one", { lotSize: 1, declaredCount: 0, n: 1, limit: 0, alternativeCount: 1 }, "outside-method-range"],
  ])("%s is refused", (_, wrong, code) => {
    assert.throws(() => declaredQualityAudit({ ...audit, ...wrong }), { code });
  });
});

describe("verifiable draw", () => {
  const sha256 = (text: string) => createHash("sha256").update(text, "utf8").digest("hex");
  const draw: Draw = {
    seed: "2026-11-20T08:00:00Z/NN-EC-0147/6f1d",
    ids: Array.from({ length: 40 }, (_, i) => `offer-${String(i + 1).padStart(3, "0")}`),
    n: 5,
  };

  test("of forty offers 9, 13, 8, 11 and 28 are drawn", () => {
    const drawn = verifiableDraw(draw, sha256);
    assert.deepEqual(
      drawn.map(({ id }) => id),
      ["offer-009", "offer-013", "offer-008", "offer-011", "offer-028"],
    );
    assert.equal(drawn[0]?.hash, "09b9ea7046ec299049f1e35e5ab958bbb716a06200680fa85e09c6a66cb74833");
  });

  test("the order of the list does not matter, the seed does", () => {
    const ids = (of: Draw) => verifiableDraw(of, sha256).map(({ id }) => id);
    assert.deepEqual(ids({ ...draw, ids: draw.ids.toReversed() }), ids(draw));
    assert.notDeepEqual(ids({ ...draw, seed: "another" }), ids(draw));
  });

  const published = { listPublishedAt: "2026-11-20T07:00:00Z", seedKnownAt: "2026-11-20T08:00:00Z" };

  test("a seed that became known after the list is trusted", () => {
    assert.equal(verifiableDraw({ ...draw, ...published }, sha256).length, 5);
  });

  test.each<[string, Partial<Draw>, string]>([
    ["an offer twice", { ids: ["a", "b", "a"], n: 1 }, "duplicate-offer"],
    ["more than there are", { n: 41 }, "sample-exceeds-list"],
    ["nothing", { n: 0 }, "outside-method-range"],
    ["half an offer", { n: 1.5 }, "not-whole"],
    ["an empty seed", { seed: " " }, "seed-missing"],
    ["a seed known before the list", { ...published, seedKnownAt: "2026-11-20T06:59:59Z" }, "seed-before-list"],
    ["a seed known with the list", { ...published, seedKnownAt: published.listPublishedAt }, "seed-before-list"],
    ["an instant that is none", { ...published, seedKnownAt: "soon" }, "seed-before-list"],
  ])("%s is refused", (_, wrong, code) => {
    assert.throws(() => verifiableDraw({ ...draw, ...wrong }, sha256), { code });
  });

  test("a list is frozen as one line an offer, each offer once", () => {
    const offer: Offer = {
      id: "offer-001",
      platform: "p",
      shop: "店",
      sku: "s|1",
      price: "18.90",
      seenAt: "2026-11-20T06:00:00Z",
      screenshotSha256: "00",
    };
    const text = frozenList([offer, { ...offer, id: "offer-002" }]);
    assert.equal(text.split("\n").length, 2);
    assert.equal(text.split("\n")[0], '["offer-001","p","店","s|1","18.90","2026-11-20T06:00:00Z","00"]');
    assert.throws(() => frozenList([offer, offer]), { code: "duplicate-offer" });
  });
});

describe("package", () => {
  const items = [
    { volumeCm3: 220, factor: 1.6 },
    { volumeCm3: 150, factor: 1.6 },
  ];
  const gb23350 = table<InterspaceTable>("gb23350-2021");

  test("1450 cm³ with 1.6·(220 + 150) = 592 cm³: 59.17 % are more than 40 %", () => {
    const { percent, pass } = interspaceRatio(1450, items, "40");
    agrees(percent, "59.17");
    assert.equal(pass, false);
  });

  test("a ratio on the limit passes: (740 − 592)/740 = 20 %", () => {
    assert.deepEqual(interspaceRatio(740, items, "20"), { percent: 20, pass: true });
    assert.equal(interspaceRatio(592, items, "0").pass, true);
  });

  test("the limit goes by the net content of one item", () => {
    assert.deepEqual(
      [1, 1.1, 15, 50, 50.1].map((content) => interspaceLimit(gb23350, content)),
      ["85", "70", "60", "40", "30"],
    );
    assert.throws(() => interspaceLimit({ ...gb23350, rows: [] }, 1), { code: "limit-not-loaded" });
  });

  test.each<[string, () => unknown, string]>([
    ["contents larger than the package", () => interspaceRatio(300, items, "40"), "content-exceeds-package"],
    ["an empty package", () => interspaceRatio(300, [], "40"), "too-few-rows"],
    ["a package without room", () => interspaceRatio(0, items, "40"), "outside-method-range"],
    ["a limit below zero", () => interspaceRatio(1450, items, "-1"), "outside-method-range"],
    ["a factor below 1", () => interspaceRatio(300, [{ volumeCm3: 1, factor: 0.5 }], "40"), "outside-method-range"],
    ["no net content", () => interspaceLimit(gb23350, 0), "outside-method-range"],
  ])("%s is refused", (_, act, code) => {
    assert.throws(act, { code });
  });
});

describe("label", () => {
  test("check digits of GS1: 3, 2, 0, 9, 9", () => {
    const bodies = ["629104150021", "690123456789", "890123456789", "0061414100734", "37610425002123456"];
    assert.deepEqual(bodies.map(labelCheckDigit), ["3", "2", "0", "9", "9"]);
  });

  test.each(["69012345678X", "", "６９０", "-1"])("“%s” holds no digits only", (body) => {
    assert.throws(() => labelCheckDigit(body), { code: "not-numeric" });
  });

  test("18.9 for 325 g are 5.82 per 100 g and 58.15 per kilogram", () => {
    const { per100g, perKg } = unitPrice(18.9, 325);
    assert.deepEqual([formatDecimal(per100g), formatDecimal(perKg)], ["5.82", "58.15"]);
  });

  test("a tie goes to the even digit, on the digits of the price: 0.125 per 100 g is 0.12", () => {
    assert.equal(formatDecimal(unitPrice(1.25, 1000).per100g), "0.12");
    assert.throws(() => unitPrice(1, 0), { code: "outside-method-range" });
    assert.throws(() => unitPrice(-1, 100), { code: "outside-method-range" });
  });

  test("characters of 2, 3, 4 and 6 mm", () => {
    const heights = table<CharacterHeightTable>("net-content-label-2005");
    assert.deepEqual(
      [50, 51, 200, 1000, 1001].map((nominal) => characterHeight(heights, nominal)),
      [2, 3, 3, 4, 6],
    );
    assert.throws(() => characterHeight(heights, 0), { code: "outside-method-range" });
    assert.throws(() => characterHeight({ ...heights, rows: [] }, 50), { code: "limit-not-loaded" });
  });
});
