import { enteredResult } from "@quanheng/flow/determination/entered-result.ts";
import { roundedExactly } from "@quanheng/flow/determination/exact-value.ts";
import { evaluateFormula, type FormulaValue } from "@quanheng/flow/determination/formula.ts";
import { optionTexts } from "@quanheng/flow/determination/option-text.ts";
import { type UncertaintyRow, uncertaintyOf } from "@quanheng/flow/determination/uncertainty-table.ts";
import { type Decimal, decimal, formatDecimal } from "@quanheng/kernel/decimal.ts";
import { withDecimalMark } from "@quanheng/kernel/expression/decimal-mark.ts";
import { htmlText } from "@quanheng/kernel/expression/html-text.ts";
import { qualifiedResult } from "@quanheng/kernel/expression/quantifiable-range.ts";
import { resultText } from "@quanheng/kernel/expression/result-text.ts";
import type { PowerStyle } from "@quanheng/kernel/expression/scientific.ts";
import { expressResult } from "@quanheng/kernel/expression/uncertain-result.ts";
import { firstDigitPlace, uncertaintyText } from "@quanheng/kernel/expression/uncertainty-text.ts";
import { type Check, count, differs, type Members, members, optionalText, outcome, text, texts } from "./case.ts";

/** How results and uncertainties are printed, and what becomes of a typed result. */
export const RESULTS: Readonly<Record<string, Check>> = {
  "result.format": format,
  "result.formatByUncertainty": formatByUncertainty,
  "result.formatFixed": formatFixed,
  "uncertainty.lookup": lookup,
  "uncertainty.decimals": (input, expect) => differs({ decimals: firstDigitPlace(decimal(text(input, "u"))) }, expect),
  "uncertainty.format": uncertaintyFormat,
  "limits.display": limitsDisplay,
  "limits.entry": limitsEntry,
};

const STYLES: readonly PowerStyle[] = ["e", "x", "x-html", "dot", "dot-html"];

function styleOf(input: Members): PowerStyle {
  return STYLES[(typeof input["style"] === "number" ? input["style"] : 1) - 1] ?? "e";
}

function format(input: Members, expect: Members): string | undefined {
  if (input["options"] !== undefined) {
    const options = members(input["options"]) as Readonly<Record<string, string>>;
    const chosen = typeof input["result"] === "string" ? [input["result"]] : texts(input["result"]);
    const found = optionTexts(chosen, options);
    return differs({ text: found[0], texts: found }, expect);
  }
  if (typeof input["text"] === "string") {
    const marked = withDecimalMark(input["text"], input["decimalMark"] === "," ? "," : ".");
    return differs({ text: input["target"] === "html" ? htmlText(marked) : marked }, expect);
  }
  const style = { places: count(input, "decimals"), scientificFrom: count(input, "sciFrom"), style: styleOf(input) };
  return differs({ text: resultText(decimal(text(input, "result")), style) }, expect);
}

function formatByUncertainty(input: Members, expect: Members): string | undefined {
  const value = "formula" in input ? calculated(input).value : decimal(text(input, "result"));
  const u = optionalText(input, "u");
  const digits = input["uDigits"] === 2 ? 2 : 1;
  const places = typeof input["decimals"] === "number" ? { places: input["decimals"] } : {};
  const expressed = expressResult(value, u === undefined ? undefined : decimal(u), {
    rule: { digits, mode: "half-even" },
    ...places,
  });
  return differs({ result: expressed.value, u: expressed.uncertainty }, expect);
}

function formatFixed(input: Members, expect: Members): string | undefined {
  const places = count(input, "decimals");
  const rounded = roundedExactly(calculated(input).exact, places, "half-even");
  return differs({ result: resultText(rounded, { places }) }, expect);
}

function calculated(input: Members) {
  const values = Object.entries(members(input["values"]) as Readonly<Record<string, string>>);
  const given = Object.fromEntries(
    values.map(([name, digits]): [string, FormulaValue] => [name, { kind: "number", digits }]),
  );
  const result = evaluateFormula(text(input, "formula"), given);
  if (result.kind === "text") throw new Error(`a word instead of a number: ${result.text}`);
  return result;
}

function lookup(input: Members, expect: Members): string | undefined {
  const table = (Array.isArray(input["table"]) ? input["table"] : []) as readonly UncertaintyRow[];
  const limits = { ...member(input, "ldl"), ...member(input, "udl") };
  const typed = optionalText(input, "manual");
  const u = uncertaintyOf(text(input, "result"), table, limits, typed);
  if ("stored" in expect) {
    const display = u && resultText(u, { places: count(input, "decimals") });
    return differs({ stored: u && formatDecimal(u), display }, expect);
  }
  return differs({ u: u === undefined ? null : formatDecimal(u) }, expect);
}

function member(input: Members, name: string): Readonly<Record<string, string>> {
  const value = optionalText(input, name);
  return value === undefined ? {} : { [name]: value };
}

function uncertaintyFormat(input: Members, expect: Members): string | undefined {
  const places = typeof input["decimals"] === "number" ? { places: input["decimals"] } : {};
  const from = typeof input["sciFrom"] === "number" ? { scientificFrom: input["sciFrom"] } : {};
  const style = { ...places, ...from, style: styleOf(input) };
  return differs({ text: uncertaintyText(decimal(text(input, "u")), style) }, expect);
}

function limitsDisplay(input: Members, expect: Members): string | undefined {
  const limits = members(input["limits"]) as Readonly<Record<string, string>>;
  return outcome(expect, () => {
    const result = optionalText(input, "result") ?? limits["llod"] ?? "0";
    const found = qualifiedResult(decimal(result), limits, result);
    const u = optionalText(input, "u");
    const shown = u === undefined || found.outsideQuantifiable ? undefined : decimal(u);
    return { ...found, text: found.text.en, u: printed(shown) };
  });
}

function printed(u: Decimal | undefined): string | null {
  return u === undefined ? null : uncertaintyText(u);
}

function limitsEntry(input: Members, expect: Members): string | undefined {
  return outcome(expect, () => {
    const entered = enteredResult(text(input, "entered"), {
      ...member(input, "ldl"),
      ...member(input, "udl"),
      operandAllowed: input["operandAllowed"] === true,
      customLimitAllowed: input["customLimitAllowed"] === true,
      ...(typeof input["decimals"] === "number" ? { places: input["decimals"] } : {}),
    });
    return { ...entered, value: entered.digits };
  });
}
