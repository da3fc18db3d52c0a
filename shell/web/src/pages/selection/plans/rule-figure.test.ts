import { OFFERED_RULES } from "@quanheng/flow/decision/rule.ts";
import { riskSentence, ruleSentence } from "@quanheng/flow/decision/sentence.ts";
import { expect, test } from "vitest";
import { EXCEPTION_KINDS, exceptionRule, withExceptions } from "./rule-exceptions.ts";
import { figureOf, withFigure } from "./rule-figure.ts";
import type { RuleOffer } from "./rule-offer.ts";

const offers: readonly RuleOffer[] = OFFERED_RULES.map((rule) => ({
  rule,
  sentence: ruleSentence(rule),
  risk: riskSentence(rule),
  recommended: false,
}));
const offer = (kind: RuleOffer["rule"]["kind"]): RuleOffer => offers.find(({ rule }) => rule.kind === kind)!;

test("a smaller guard band is agreed with the larger risk that it states", () => {
  const changed = withFigure(offer("guarded"), "０.83");
  expect(changed?.rule).toMatchObject({ kind: "guarded", guard: "0.83" });
  expect(changed?.risk.en).toContain("4.9 %");
  expect(changed?.sentence.en).toContain("w is 0.83 times");
});

test("what no rule can have is not agreed, and a rule without a figure has none to change", () => {
  for (const typed of ["", "0", "-1", "4", "1,5,0", "<1", "abc"])
    expect(withFigure(offer("guarded"), typed)).toBeNull();
  expect(withFigure(offer("specific-risk"), "0.5")).toBeNull();
  expect(withFigure(offer("simple"), "1")).toBeNull();
  expect(offers.map(({ rule }) => figureOf(rule)?.name ?? null)).toEqual([
    "guard",
    "guard",
    null,
    null,
    "factor",
    "consumer",
    null,
    "consumer",
    "guard",
  ]);
});

test("a characteristic may have its own rule, and nothing is agreed while its figure is missing", () => {
  const entry = {
    characteristic: "sulphur-dioxide",
    name: { zh: "二氧化硫", en: "sulphur dioxide" },
    rule: "recipient",
    figure: "3.2",
  } as const;
  const agreed = withExceptions(offer("simple"), [entry]);
  expect(agreed?.rule.exceptions).toEqual([
    {
      characteristic: "sulphur-dioxide",
      name: entry.name,
      rule: { kind: "iso-4259", side: "recipient", reproducibility: "3.2" },
    },
  ]);
  expect(agreed?.sentence.zh).toContain("二氧化硫除外：");
  expect(withExceptions(offer("simple"), [{ ...entry, figure: "" }])).toBeNull();
  expect(withExceptions(offer("simple"), [{ ...entry, rule: "emc", figure: "-1" }])).toBeNull();
  expect(withExceptions(offer("simple"), [])).toEqual(offer("simple"));
  for (const kind of EXCEPTION_KINDS) expect(exceptionRule({ rule: kind, figure: "1" })).not.toBeNull();
});
