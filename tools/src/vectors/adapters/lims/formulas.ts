import { readCsv } from "@quanheng/flow/determination/csv.ts";
import { evaluateFormula, type FormulaValue, type FormulaValues } from "@quanheng/flow/determination/formula.ts";
import { checkedFormulas, formulaDependencies } from "@quanheng/flow/determination/formula-order.ts";
import { formatDecimal } from "@quanheng/kernel/decimal.ts";
import { parseNumber } from "@quanheng/kernel/number-text.ts";
import { Refusal } from "@quanheng/kernel/refusal.ts";
import { type Check, differs, type Members, members, optionalText, outcome, text } from "./case.ts";
import { methodOfColumns } from "./method-of-columns.ts";

export const FORMULAS: Readonly<Record<string, Check>> = { "formula.evaluate": evaluate };

/** Cases in words, written in our own grammar. */
const WRITTEN: Readonly<Record<string, string>> = {
  "if Ca below its LDL: Ca + LDL(Ca); else if Ca above its UDL: UDL(Ca) + Ca; else Ca + Mg + IN1":
    "if Ca is below: Ca + LDL(Ca); else if Ca is above: UDL(Ca) + Ca; else Ca + Mg + IN1",
  "if Comment equals 'uncertain' return Comment, else Ca + Mg": "if Comment = 'uncertain': Comment; else Ca + Mg",
};

function evaluate(input: Members, expect: Members): string | undefined {
  if ("csvRow" in input) return csvRow(members(input["csvRow"]), expect);
  if ("formulas" in input) return dependencies(members(input["formulas"]) as Readonly<Record<string, string>>, expect);
  const words = optionalText(input, "formulaText");
  const formula = words === undefined ? text(input, "formula") : WRITTEN[words];
  if (formula === undefined) return `not written in our grammar: ${words}`;
  return outcome(expect, () => {
    const result = evaluateFormula(formula, valuesOf(input));
    return { result: result.kind === "text" ? result.text : formatDecimal(result.value) };
  });
}

function valuesOf(input: Members): FormulaValues {
  const limits = {
    ...(typeof input["ldl"] === "string" ? { ldl: input["ldl"] } : {}),
    ...(typeof input["udl"] === "string" ? { udl: input["udl"] } : {}),
  };
  const analyses = Object.entries(members(input["analyses"])).map(([name, value]) => [
    name,
    formulaValue(value, limits),
  ]);
  const interims = Object.entries(members(input["interims"])).map(([name, value]) => [name, formulaValue(value, {})]);
  return Object.fromEntries([...analyses, ...interims]) as FormulaValues;
}

function formulaValue(value: unknown, limits: { readonly ldl?: string; readonly udl?: string }): FormulaValue {
  if (typeof value !== "string") return { kind: "missing" };
  const parsed = parseNumber(value);
  if (!parsed.ok) return { kind: "text", text: value };
  return { kind: "number", digits: parsed.text, operator: parsed.operator, ...limits };
}

function csvRow(row: Members, expect: Members): string | undefined {
  const columns = Object.keys(row);
  const file = `${columns.join(",")}\n${columns.map((column) => String(row[column])).join(",")}\n`;
  const { readings } = readCsv(methodOfColumns(columns), file);
  return differs(Object.fromEntries(columns.map((column) => [column, readings[column] ?? null])), expect);
}

function dependencies(formulas: Readonly<Record<string, string>>, expect: Members): string | undefined {
  const found = formulaDependencies(formulas);
  const refused = isRefused(() => checkedFormulas(formulas));
  return differs({ dependencies: found.dependencies, cycle: found.cyclic.length > 0 && refused }, expect);
}

function isRefused(run: () => unknown): boolean {
  try {
    run();
    return false;
  } catch (error) {
    if (error instanceof Refusal && error.code === "cyclic-model") return true;
    throw error;
  }
}
