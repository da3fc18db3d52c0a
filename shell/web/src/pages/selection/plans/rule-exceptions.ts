import { readConformityRule } from "@quanheng/flow/decision/conformity/read-rule.ts";
import { type ConformityRule, ISO_14253_FACTOR } from "@quanheng/flow/decision/conformity/rule.ts";
import type { RuleException } from "@quanheng/flow/decision/rule.ts";
import { riskSentence, ruleSentence } from "@quanheng/flow/decision/sentence.ts";
import { parseNumber } from "@quanheng/kernel/number-text.ts";
import type { RuleOffer } from "./rule-offer.ts";

/** A rule of one characteristic as it is being typed: kind and side in one choice, and its figure. */
export type ExceptionEntry = {
  readonly characteristic: string;
  readonly name: { readonly zh: string; readonly en: string };
  readonly rule: ExceptionKind;
  readonly figure: string;
};

export const EXCEPTION_KINDS = ["recipient", "supplier", "emc", "simple", "guarded", "iso-14253-1"] as const;
export type ExceptionKind = (typeof EXCEPTION_KINDS)[number];

/** What a kind is given in a new entry; empty where only the parties know it. */
export const USUAL_FIGURE: Readonly<Record<ExceptionKind, string>> = {
  recipient: "",
  supplier: "",
  emc: "",
  simple: "",
  guarded: "1",
  "iso-14253-1": ISO_14253_FACTOR,
};

/** The rule of an entry; null while its figure is none that the rule can have. */
export function exceptionRule({ rule, figure }: Pick<ExceptionEntry, "rule" | "figure">): ConformityRule | null {
  const number = parseNumber(figure);
  const value = number.ok && number.operator === "=" ? number.text : "";
  try {
    switch (rule) {
      case "recipient":
      case "supplier":
        return readConformityRule({ kind: "iso-4259", side: rule, reproducibility: value });
      case "emc":
        return readConformityRule({ kind: "emc", assumed: value });
      case "simple":
        return { kind: "simple" };
      case "guarded":
        return readConformityRule({ kind: "guarded", guard: value });
      case "iso-14253-1":
        return readConformityRule({ kind: "iso-14253-1", factor: value });
    }
  } catch {
    return null;
  }
}

/**
 * An offer with rules of its own for single characteristics, and the sentences that follow.
 *
 * @returns null while an entry is incomplete
 */
export function withExceptions(offer: RuleOffer, entries: readonly ExceptionEntry[]): RuleOffer | null {
  if (entries.length === 0) return offer;
  const exceptions: RuleException[] = [];
  for (const { characteristic, name, ...entry } of entries) {
    const rule = exceptionRule(entry);
    if (rule === null) return null;
    exceptions.push({ characteristic, name, rule });
  }
  const rule = { ...offer.rule, exceptions };
  return { ...offer, rule, sentence: ruleSentence(rule), risk: riskSentence(rule) };
}
