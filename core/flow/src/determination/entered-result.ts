import { compare, decimal } from "@quanheng/kernel/decimal.ts";
import { resultText } from "@quanheng/kernel/expression/result-text.ts";
import { type NumberNotation, parseNumber } from "@quanheng/kernel/number-text.ts";
import { refuse as refuseNumber } from "@quanheng/kernel/refusals.ts";
import { refuse } from "./refusals.ts";

/** What an analyst may type for a result: detection limits as digits, and whether < and > are taken, with any limit. */
export type EntryRule = {
  readonly ldl?: string;
  readonly udl?: string;
  readonly operandAllowed: boolean;
  readonly customLimitAllowed: boolean;
  /** Decimal places of the printed result; absent keeps those typed. */
  readonly places?: number;
  readonly notation?: NumberNotation;
};

/** A result as entered; `given` is the text itself, which is never lost. */
export type EnteredResult = {
  readonly given: string;
  readonly operand: "=" | "<" | ">";
  readonly digits: string;
  readonly text: string;
  readonly belowLdl: boolean;
  readonly aboveUdl: boolean;
  /** The result is itself a limit, because somebody typed < or >. */
  readonly isLdl: boolean;
  readonly isUdl: boolean;
};

/**
 * What becomes of a typed result. A sign < or > that the rule does not take is refused, never dropped; where only the
 * limit of the procedure is allowed, it stands in for the one that was typed.
 *
 * @throws Refusal `operator-not-allowed`; `empty`, `not-a-number`, `ambiguous-separator`, `number-too-long`
 * @source ISO/IEC 17025:2017, 7.5 (technical records keep the original observation)
 * @example enteredResult("5", { ldl: "10", operandAllowed: false, customLimitAllowed: false }).text // → "< 10" (below the limit of detection)
 * @example refusalOf(() => enteredResult("<5", { operandAllowed: false, customLimitAllowed: false })) // → "operator-not-allowed" (no sign is allowed)
 */
export function enteredResult(given: string, rule: EntryRule): EnteredResult {
  const parsed = parseNumber(given, rule.notation);
  if (!parsed.ok) return refuseNumber(parsed.code, parsed.facts);
  if (parsed.operator === "=") return ofNumber(given, parsed.text, rule);
  if (!rule.operandAllowed) refuse("operator-not-allowed", { given });
  const own = parsed.operator === "<" ? rule.ldl : rule.udl;
  const limit = rule.customLimitAllowed ? parsed.text : (own ?? refuse("operator-not-allowed", { given }));
  const below = parsed.operator === "<";
  return {
    given,
    operand: parsed.operator,
    digits: limit,
    text: `${parsed.operator} ${limit}`,
    belowLdl: below,
    aboveUdl: !below,
    isLdl: below,
    isUdl: !below,
  };
}

function ofNumber(given: string, digits: string, { ldl, udl, places }: EntryRule): EnteredResult {
  const value = decimal(digits);
  const belowLdl = ldl !== undefined && compare(value, decimal(ldl)) < 0;
  const aboveUdl = udl !== undefined && compare(value, decimal(udl)) > 0;
  const printed = places === undefined ? digits : resultText(value, { places });
  const text = belowLdl ? `< ${ldl}` : aboveUdl ? `> ${udl}` : printed;
  return { given, operand: "=", digits, text, belowLdl, aboveUdl, isLdl: false, isUdl: false };
}
