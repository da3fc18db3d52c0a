import { expect, test } from "vitest";
import { convertBound } from "../convert-bound.ts";
import type { RequirementRow } from "../requirement.ts";
import { checkDraft } from "./check-draft.ts";
import { draftDifference } from "./difference.ts";
import type { Draft } from "./draft.ts";
import { evidenceOf, evidencePicture, LEAST_EVIDENCE } from "./evidence.ts";
import { draftNumber } from "./number.ts";
import { standings } from "./standing.ts";
import { DRAFT_STATES, DRAFT_STEPS, maySteps, stepFrom } from "./step.ts";

const VOCABULARY = {
  products: new Set(["sugar", "syrup"]),
  markets: new Set(["CN", "VN"]),
  documents: new Set(["GB 1"]),
  methods: new Set(["GB 2"]),
  characteristics: new Map([["so2", "mg/kg"]]),
};
const DRAFT: Draft = {
  kind: "group",
  number: "T/GXT 1-2026",
  title: { zh: "糖", en: "Sugar" },
  products: ["sugar"],
  scope: { zh: "", en: "" },
  limits: [],
};
const limit = (id: string, texts: Draft["limits"][number]["texts"]) => ({ id, texts, rationale: "" });

test("numbers of each kind are evened out, and anything else is refused with an example", () => {
  expect(draftNumber("regional", "dbs45/ 001-2026".replace("/ ", " "))).toBe("DBS45 001-2026");
  expect(draftNumber("regional", "DB4501/T 12－2026")).toBe("DB4501/T 12-2026");
  expect(draftNumber("enterprise", "Q/GXZT 0001S--2026")).toBe("Q/GXZT 0001S-2026");
  for (const [kind, wrong] of [
    ["group", "GB 317-2018"],
    ["group", "T/ 1-2026"],
    ["enterprise", "Q/GX 1-26"],
    ["regional", ""],
    ["regional", "DB45/T 123-2026; DROP"],
  ] as const)
    expect(() => draftNumber(kind, wrong)).toThrow("draft-number-malformed");
});

test("every step leads on from the states that offer it, and from no other", () => {
  for (const state of DRAFT_STATES)
    for (const step of DRAFT_STEPS)
      if (maySteps(state).includes(step)) expect(DRAFT_STATES).toContain(stepFrom(state, step));
      else expect(() => stepFrom(state, step)).toThrow("draft-step-impossible");
  // The text that people comment on stays as it is; what was approved is what is published.
  for (const state of ["commenting", "approval", "approved", "published"] as const)
    expect(maySteps(state)).not.toContain("revise");
});

test("limits are checked by the rules of the library and against each other", () => {
  const found = checkDraft(
    {
      ...DRAFT,
      limits: [
        limit("dli-0001", { clause: "4.1", characteristic: "so2", max: "10", methods: "GB 2" }),
        limit("dli-0002", { clause: "4.1", characteristic: "so2", max: "20" }),
        limit("dli-0005", { clause: "4.9", characteristic: "so2", max: "5", condition: "for export" }),
        limit("dli-0003", { clause: "4.3", characteristic: "so2", max: "20", unit: "m", product: "syrup" }),
        limit("dli-0004", { clause: "4.4", characteristic: "taste", conform: "sweet" }),
      ],
    },
    VOCABULARY,
  );
  expect(found.map(({ problems, methodless }) => [problems.map(({ code }) => code).join(), methodless])).toEqual([
    ["", false],
    ["row-interval-overlap", true],
    ["", true],
    ["row-unit-dimension", true],
    ["row-value-unknown", true],
  ]);
  expect(new Set(found.flatMap(({ row }) => row?.id ?? [])).size).toBe(2);
});

const row = (id: string, more: Partial<RequirementRow>): RequirementRow => ({
  ...{ id, product: "sugar", market: "CN", document: "GB 1", clause: "4", characteristic: "so2", variant: null },
  ...{ limit: { kind: "interval", max: "30" }, unit: "mg/kg", methods: [], force: "voluntary" },
  ...{ effective: { from: null, to: null }, confidence: "high", basis: "source-read", source: null, note: null },
  ...{ basisOf: null, condition: null, sampling: null, decisionRule: null },
  ...more,
});

test("a proposal stands beside every limit in force; only a mandatory one of the same market and grade binds", () => {
  const rows = [
    row("a", { force: "mandatory" }),
    row("b", { force: "mandatory", variant: { grade: "A" } }),
    row("c", { market: "VN", force: "mandatory", limit: { kind: "interval", max: "0.03" }, unit: "g/kg" }),
    row("d", { market: "VN", basisOf: "dry matter" }),
    row("e", { product: "syrup" }),
    row("f", { market: "VN", limit: { kind: "conform", text: "as customary" }, unit: null }),
    row("g", { market: "VN", limit: { kind: "interval", max: "0.02" }, unit: "g/kg" }),
  ];
  const seen = (max: string) =>
    standings(row("p", { limit: { kind: "interval", max } }), rows, convertBound).map((each) =>
      [each.row.id, each.relation, each.below ? "below" : ""].join(" ").trim(),
    );
  expect(seen("30")).toEqual(["a equal", "b equal", "c equal", "d incomparable", "f incomparable", "g looser"]);
  expect(seen("40")).toEqual([
    "a looser below",
    "b looser",
    "c looser",
    "d incomparable",
    "f incomparable",
    "g looser",
  ]);
  expect(seen("20")).toEqual(["a stricter", "b stricter", "c stricter", "d incomparable", "f incomparable", "g equal"]);
});

test("a limit that moves is the same limit; one that goes and one that comes are named", () => {
  const one = limit("dli-0001", { clause: "4.1", characteristic: "so2", max: "10" });
  const two = limit("dli-0002", { clause: "4.2", characteristic: "so2", max: "20" });
  const after = [two, { ...one, texts: { ...one.texts, clause: "4.3" } }];
  expect(draftDifference({ ...DRAFT, limits: [one, two] }, { ...DRAFT, limits: after }).limits).toEqual([
    {
      ...{ id: "dli-0001", clause: "4.3", characteristic: "so2", change: "changed" },
      fields: [{ field: "clause", before: "4.1", after: "4.3" }],
    },
  ]);
  const swapped = draftDifference({ ...DRAFT, limits: [one] }, { ...DRAFT, limits: [two] }).limits;
  expect(swapped.map(({ id, change }) => [id, change])).toEqual([
    ["dli-0002", "added"],
    ["dli-0001", "removed"],
  ]);
});

test("evidence is withheld just below either threshold and where one house has more than half", () => {
  const counted = { quartiles: [0.1, 0.2, 0.3], complying: 9, borders: [0.15], bars: [4, 6] } as const;
  const { enterprises, results } = LEAST_EVIDENCE;
  const withheld = (n: number, houses: number, most: number) =>
    evidenceOf({ ...counted, results: n, enterprises: houses, most }).withheld;
  expect(withheld(results - 1, enterprises, 2)).toBe("few");
  expect(withheld(results, enterprises - 1, 2)).toBe("few");
  expect(withheld(results, enterprises, 5)).toBeNull();
  expect(withheld(results, enterprises, 6)).toBe("one-enterprise");
  const shown = evidenceOf({ ...counted, results, enterprises, most: 2 });
  expect(shown).toMatchObject({ quartiles: ["0.1", "0.2", "0.3"], complyingPercent: 90 });
  expect(evidencePicture(shown, { zh: "硫", en: "S" }, "mg/kg")?.categories.map(({ en }) => en)).toEqual([
    "< 0.15",
    "≥ 0.15",
  ]);
  const positive = { ...counted, results, enterprises, most: 2, borders: [-1, 0, 1], bars: [0, 0, 4, 6] };
  expect(evidenceOf(positive)).toMatchObject({
    bars: [
      { from: null, to: "1" },
      { from: "1", to: null },
    ],
  });
  const negative = { ...positive, bars: [1, 0, 3, 6] };
  expect(evidenceOf(negative)).toMatchObject({ bars: [{ to: "-1" }, { to: "0" }, { to: "1" }, { to: null }] });
});
