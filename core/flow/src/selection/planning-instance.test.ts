import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { decimal } from "@quanheng/kernel/decimal.ts";
import { describe, test } from "vitest";
import { readAcceptanceRules } from "./acceptance-rules.ts";
import { applicable } from "./applicable.ts";
import { coverage } from "./planner/coverage.ts";
import type { Offer } from "./planner/instance.ts";
import { planningInstance } from "./planning-instance.ts";
import { projectData } from "./testing/data.ts";

const data = projectData((path) => readFileSync(new URL(`../../../../data/${path}`, import.meta.url), "utf8"));
const rules = readAcceptanceRules({
  markets: data.file("acceptance/markets.json"),
  groups: data.file("acceptance/groups.json"),
  relations: data.file("acceptance/relations.json"),
});
const question = {
  product: "white-sugar",
  markets: ["CN", "VN", "CODEX"],
  on: "2026-11-25",
  claims: { "CN.grade": "superior", "VN.grade": "A", "CODEX.type": "white" },
};
const rows = applicable(data.rows, question);

/** Markets that one test of a characteristic by a method serves, at a laboratory accredited by a body. */
function served(characteristic: string, method: string, body = "CNAS", loq?: string): readonly string[] {
  const offer: Offer = {
    id: "o",
    lab: "L",
    method,
    characteristics: [{ id: characteristic, ...(loq === undefined ? {} : { loq: decimal(loq) }) }],
    accreditedBy: [body],
    price: 1,
    leadDays: 1,
    sample: { qty: 1, destructive: true },
    hours: 0,
  };
  const instance = planningInstance(rows, rules, {
    date: question.on,
    labs: [{ id: "L", fixedCost: 0, shipDays: 0, discount: [] }],
    preps: [],
    instruments: [],
    offers: [offer],
    evidence: [],
    sampleAvailable: null,
    deadlineDays: null,
    budget: null,
    objective: { order: ["cost"] },
  });
  const covered = coverage(instance).byOffer.get("o") ?? [];
  return rows
    .filter(({ id }) => covered.includes(id))
    .map(({ market }) => market)
    .sort();
}

describe("white sugar for China, Viet Nam and a Codex buyer", () => {
  test("one polarization, ash, colour or drying by GB/T 35887-2018 serves all three markets", () => {
    for (const characteristic of ["polarisation", "conductivity-ash", "colour-icumsa", "loss-on-drying"]) {
      assert.deepEqual(served(characteristic, "GB/T 35887-2018"), ["CN", "CODEX", "VN"], characteristic);
    }
  });

  test("the ICUMSA method serves them too, and its identical Vietnamese adoption", () => {
    assert.deepEqual(served("polarisation", "ICUMSA GS2/3-1"), ["CN", "CODEX", "VN"]);
    assert.deepEqual(served("polarisation", "TCVN 8465:2010"), ["CN", "CODEX", "VN"]);
  });

  test("reducing sugars need two tests: the Chinese method rests on another principle than ICUMSA's", () => {
    assert.deepEqual(served("invert-sugar", "GB/T 35887-2018"), ["CN"]);
    assert.deepEqual(served("invert-sugar", "ICUMSA GS2/3-5"), ["CODEX", "VN"]);
  });

  test("a laboratory in Viet Nam under the arrangement serves Viet Nam and Codex, not China", () => {
    assert.deepEqual(served("colour-icumsa", "TCVN 6333:2010", "BoA"), ["CODEX", "VN"]);
  });

  test("equivalence for one characteristic does not leak to another through the same document", () => {
    assert.deepEqual(served("colour-icumsa", "ICUMSA GS2/3-1"), []);
  });

  test("a quantification limit of half the limit still counts, above it no longer", () => {
    assert.deepEqual(served("lead", "GB 5009.12-2023", "CNAS", "0.25"), ["CN"]);
    assert.deepEqual(served("lead", "GB 5009.12-2023", "CNAS", "0.26"), []);
  });

  test("a market without an acceptance rule is refused", () => {
    const unknown = rows.map((row) => ({ ...row, market: "XX" }));
    assert.throws(() => planningInstance(unknown, rules, { ...emptySupply, date: question.on }), {
      code: "malformed-reference",
    });
  });
});

const emptySupply = {
  labs: [],
  preps: [],
  instruments: [],
  offers: [],
  evidence: [],
  sampleAvailable: null,
  deadlineDays: null,
  budget: null,
  objective: { order: ["cost"] },
} as const;
