import { zoneOf } from "@quanheng/flow/decision/zone.ts";
import { checkRange } from "@quanheng/flow/determination/range-check.ts";
import type { IntervalLimit } from "@quanheng/flow/selection/limit.ts";
import { compare, decimal, formatDecimal, trimZeros } from "@quanheng/kernel/decimal.ts";
import { type NumberNotation, parseNumber } from "@quanheng/kernel/number-text.ts";
import { inUnit, kindOfQuantity, parseQuantity } from "@quanheng/kernel/quantity/parse-quantity.ts";
import { Refusal } from "@quanheng/kernel/refusal.ts";
import { roundStep } from "@quanheng/kernel/rounding.ts";
import { type Check, isCode, type Members, members, optionalText, outcome, text } from "./case.ts";

/** Rounding, and numbers and quantities as they are typed. */
export const NUMBERS: Readonly<Record<string, Check>> = {
  gbt8170,
  "number.parse": numberParse,
  "quantity.parse": quantityParse,
};

function gbt8170(input: Members, expect: Members): string | undefined {
  if (input["op"] === "round") {
    const rounded = formatDecimal(
      roundStep(decimal(text(input, "value")), decimal(text(input, "interval")), "half-even"),
    );
    return rounded === expect["value"] ? undefined : `${rounded} instead of ${String(expect["value"])}`;
  }
  const limit: IntervalLimit = {
    kind: "interval",
    ...(typeof input["min"] === "string" ? { min: input["min"] } : {}),
    ...(typeof input["max"] === "string" ? { max: input["max"] } : {}),
    ...(input["minOp"] === "gt" ? { minExclusive: true as const } : {}),
    ...(input["maxOp"] === "lt" ? { maxExclusive: true as const } : {}),
  };
  const value = decimal(text(input, "value"));
  const interval = decimal(text(input, "interval"));
  const within = (comparison: "full" | "rounded") =>
    zoneOf(value, limit, decimal("0"), comparison, { interval }) === "inside";
  const found = { fullValue: within("full"), roundedValue: within("rounded") };
  const same = found.fullValue === expect["fullValue"] && found.roundedValue === expect["roundedValue"];
  return same ? undefined : JSON.stringify(found);
}

/** A format such as "#.###,##": the last mark is the decimal mark, unless it is the only one and groups of three. */
function numberParse(input: Members, expect: Members): string | undefined {
  const parsed = parseNumber(text(input, "text"), notationOf(text(input, "format")));
  if ("error" in expect) return parsed.ok || !isCode(parsed.code, expect["error"]) ? JSON.stringify(parsed) : undefined;
  if (!parsed.ok) return parsed.code;
  if (compare(decimal(parsed.text), decimal(text(expect, "value"))) !== 0) return parsed.text;
  if (!("outOfRange" in expect)) return undefined;
  const range = members(input["range"]) as { readonly min: string; readonly max: string };
  const check = checkRange(parsed.text, range);
  return check.evaluated && check.outOfRange === expect["outOfRange"] ? undefined : JSON.stringify(check);
}

function notationOf(format: string): NumberNotation {
  const marks = format.replaceAll("#", "").split("");
  const last = marks.at(-1);
  const decimalMark = last === "," && marks.length > 1 ? "," : ".";
  const group = marks.find((mark) => mark !== decimalMark);
  return group === "," || group === "." || group === " " || group === "'"
    ? { decimalMark, groupMark: group }
    : { decimalMark };
}

function quantityParse(input: Members, expect: Members): string | undefined {
  return outcome(expect, () => {
    const parsed = parseQuantity(optionalText(input, "text") ?? null);
    if (!parsed.ok) throw new Refusal(parsed.code, parsed.facts);
    const { quantity } = parsed;
    const unit = optionalText(input, "unit");
    const value = formatDecimal(unit === undefined ? quantity.value : trimZeros(inUnit(quantity, unit)));
    return { ok: true, value, kind: kindOfQuantity(quantity.unit) };
  });
}
