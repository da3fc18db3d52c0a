import type { Bilingual } from "@quanheng/kernel/bilingual.ts";
import { compare, decimal } from "@quanheng/kernel/decimal.ts";
import { parseNumber } from "@quanheng/kernel/number-text.ts";
import { unitSymbol } from "./unit-name.ts";

/** Something about the item on which a requirement's condition turns, as it is asked. */
export type ItemQuestion = {
  readonly id: string;
  readonly label: Bilingual;
  readonly hint?: Bilingual;
} & (
  | {
      readonly kind: "choice";
      readonly choices: readonly { readonly value: string; readonly label: Bilingual }[];
    }
  | {
      readonly kind: "number";
      /** UCUM code. */
      readonly unit: string;
      /** What an item can be at least and at most; decimal digits. */
      readonly least: string;
      readonly most: string;
    }
);

/** One answer on which a condition turns. Of a number, `above` and `below` exclude their end, `from` and `to` include it. */
export type ConditionTest = {
  readonly question: string;
  readonly is?: readonly string[];
  readonly above?: string;
  readonly from?: string;
  readonly below?: string;
  readonly to?: string;
  /**
   * What it means when the answer is another: the requirement does not apply, or it does and its limit is another one
   * that the library does not hold.
   */
  readonly otherwise: "does-not-apply" | "other-limit";
};

/** A condition as the rows of a product state it, with the answers under which it holds: all of them. */
export type ItemCondition = {
  readonly product: string;
  readonly condition: string;
  readonly label: Bilingual;
  readonly tests: readonly ConditionTest[];
};

/** Answers by question: the value of a choice, or the digits of a number. */
export type ItemFacts = ReadonlyMap<string, string>;

/**
 * How a row with a condition stands: it holds, it does not apply or its limit is another, by the answer to which question,
 * or something is not stated.
 */
export type ConditionStanding =
  | { readonly kind: "holds" }
  | { readonly kind: "does-not-apply" | "other-limit"; readonly by: string }
  | { readonly kind: "open"; readonly asks: readonly string[] };

/**
 * Whether the condition of a requirement holds for an item of which these facts were stated. One answer that speaks
 * against it is enough; without one, everything asked must be answered.
 *
 * @param condition undefined for a condition about which nobody can be asked: it stays open and asks nothing
 * @example conditionStanding({ product: "p", condition: "c", label: { zh: "", en: "" }, tests: [{ question: "wall", from: "0.8", otherwise: "does-not-apply" }] }, new Map([["wall", "0.80"]])).kind // → "holds" (at least 0.8)
 * conditionStanding({ product: "p", condition: "c", label: { zh: "", en: "" }, tests: [{ question: "power", above: "75", otherwise: "does-not-apply" }] }, new Map([["power", "75"]])).kind // → "does-not-apply" (75 is not above 75)
 * conditionStanding({ product: "p", condition: "c", label: { zh: "", en: "" }, tests: [{ question: "wall", from: "0.8", otherwise: "does-not-apply" }] }, new Map()) // → { kind: "open", asks: ["wall"] } (nobody has stated it)
 * @source ours: a requirement under a condition is decided once the condition is known
 */
export function conditionStanding(condition: ItemCondition | undefined, facts: ItemFacts): ConditionStanding {
  if (!condition) return { kind: "open", asks: [] };
  const against = condition.tests.find((test) => {
    const answer = facts.get(test.question);
    return answer !== undefined && !holds(test, answer);
  });
  if (against) return { kind: against.otherwise, by: against.question };
  const asks = condition.tests.flatMap(({ question }) => (facts.has(question) ? [] : [question]));
  return asks.length === 0 ? { kind: "holds" } : { kind: "open", asks };
}

function holds({ is, above, from, below, to }: ConditionTest, answer: string): boolean {
  if (is) return is.includes(answer);
  const value = decimal(answer);
  return (
    (above === undefined || compare(value, decimal(above)) > 0) &&
    (from === undefined || compare(value, decimal(from)) >= 0) &&
    (below === undefined || compare(value, decimal(below)) < 0) &&
    (to === undefined || compare(value, decimal(to)) <= 0)
  );
}

/** An answer as it is kept, or why it is none: code and facts of the sentence. */
export type ReadAnswer =
  | { readonly ok: true; readonly value: string }
  | { readonly ok: false; readonly code: string; readonly facts: Readonly<Record<string, string>> };

/**
 * Reads an answer as typed.
 *
 * @returns the value to keep, or `unknown-choice`, `reading-out-of-range`, `operator-not-allowed` and the codes of the
 *   kernel's number reader
 * @example readAnswer({ id: "wall", label: { zh: "壁厚", en: "wall" }, kind: "number", unit: "mm", least: "0.1", most: "100" }, "１．２") // → { ok: true, value: "1.2" } (full-width digits)
 * readAnswer({ id: "wall", label: { zh: "壁厚", en: "wall" }, kind: "number", unit: "mm", least: "0.1", most: "100" }, "0").code // → "reading-out-of-range" (no wall is that thin)
 * readAnswer({ id: "fuel", label: { zh: "燃料", en: "fuel" }, kind: "choice", choices: [{ value: "gas", label: { zh: "气", en: "gas" } }] }, "wood").code // → "unknown-choice" (not offered)
 * @source ours: a number is read as everywhere else in the house
 */
export function readAnswer(question: ItemQuestion, typed: string): ReadAnswer {
  if (question.kind === "choice") {
    const known = question.choices.some(({ value }) => value === typed);
    const choices = question.choices.map(({ value }) => value).join(", ");
    return known
      ? { ok: true, value: typed }
      : { ok: false, code: "unknown-choice", facts: { given: typed.slice(0, 40), choices } };
  }
  const parsed = parseNumber(typed);
  if (!parsed.ok) return { ok: false, code: parsed.code, facts: { given: typed.slice(0, 40) } };
  if (parsed.operator !== "=") return { ok: false, code: "operator-not-allowed", facts: { given: typed.slice(0, 40) } };
  const { least, most, unit } = question;
  const value = decimal(parsed.text);
  return compare(value, decimal(least)) >= 0 && compare(value, decimal(most)) <= 0
    ? { ok: true, value: parsed.text }
    : { ok: false, code: "reading-out-of-range", facts: { given: parsed.text, min: least, max: most, unit } };
}

/**
 * An answer with what was asked, for readers: the label of a choice, or a number with its unit.
 *
 * @param value as it is kept
 * @example answerText({ id: "wall", label: { zh: "壁厚", en: "Wall thickness" }, kind: "number", unit: "mm", least: "0.1", most: "100" }, "1.2").en // → "Wall thickness: 1.2 mm" (as stated)
 * @example answerText({ id: "fuel", label: { zh: "燃料", en: "Fuel" }, kind: "choice", choices: [{ value: "gas", label: { zh: "气", en: "gas" } }] }, "gas").zh // → "燃料：气" (as stated)
 * @source ours: a requirement that was set aside is told with the statement that set it aside
 */
export function answerText(question: ItemQuestion, value: string): Bilingual {
  const { zh, en } =
    question.kind === "choice"
      ? (question.choices.find((choice) => choice.value === value)?.label ?? { zh: value, en: value })
      : withUnit(value, unitSymbol(question.unit));
  return { zh: `${question.label.zh}：${zh}`, en: `${question.label.en}: ${en}` };
}

function withUnit(value: string, unit: string): Bilingual {
  const text = unit === "" ? value : `${value} ${unit}`;
  return { zh: text, en: text };
}
