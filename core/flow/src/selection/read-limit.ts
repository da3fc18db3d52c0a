import { compare, decimal } from "@quanheng/kernel/decimal.ts";
import type { IntervalLimit, Limit, LimitKind } from "./limit.ts";
import { malformed, Shape } from "./shape.ts";

const KINDS = [
  "interval",
  "not-detected",
  "plan",
  "severity",
  "formula",
  "conform",
  "one-of",
  "all-of",
] as const satisfies readonly LimitKind[];

/**
 * Reads a limit as kept in `data/requirements`.
 *
 * @param where the place that a refusal names
 * @example readLimit({ kind: "interval", max: "0.50" }, "r") // → { kind: "interval", max: "0.50" } (digits as printed)
 * @example refusalOf(() => readLimit({ kind: "interval", min: "2", max: "1" }, "r")) // → "malformed-reference" (2 > 1)
 * @throws Refusal `malformed-reference` when the shape is unknown, no side is set, or min exceeds max
 * @source ours: the form of data/requirements
 */
export function readLimit(value: unknown, where: string): Limit {
  const kind = new Shape(value, where).oneOf("kind", KINDS);
  switch (kind) {
    case "interval":
      return readInterval(new Shape(value, where, ["kind", "min", "max", "minExclusive", "maxExclusive"]));
    case "not-detected":
      return { kind, amount: new Shape(value, where, ["kind", "amount"]).text("amount") };
    case "plan":
      return { kind, plan: new Shape(value, where, ["kind", "plan"]).textMap("plan") ?? malformed(where, "no plan") };
    case "severity": {
      const shape = new Shape(value, where, ["kind", "level", "scale"]);
      return { kind, level: shape.digits("level"), scale: shape.text("scale") };
    }
    case "formula": {
      const shape = new Shape(value, where, ["kind", "side", "expr", "vars"]);
      const side = shape.oneOf("side", ["min", "max", "eq", "abs"]);
      return { kind, side, expr: shape.text("expr"), vars: shape.textMap("vars") ?? {} };
    }
    case "conform":
      return { kind, text: new Shape(value, where, ["kind", "text"]).text("text") };
    case "one-of":
    case "all-of":
      return { kind, values: new Shape(value, where, ["kind", "values"]).texts("values") };
  }
}

function readInterval(shape: Shape): IntervalLimit {
  const min = shape.optionalText("min") === null ? undefined : shape.digits("min");
  const max = shape.optionalText("max") === null ? undefined : shape.digits("max");
  if (min === undefined && max === undefined) malformed(shape.where, "an interval without a bound");
  if (min !== undefined && max !== undefined && compare(decimal(min), decimal(max)) > 0) {
    malformed(shape.where, "min exceeds max");
  }
  return {
    kind: "interval",
    ...(min === undefined ? {} : { min }),
    ...(max === undefined ? {} : { max }),
    ...(mark(shape, "minExclusive") ? { minExclusive: true as const } : {}),
    ...(mark(shape, "maxExclusive") ? { maxExclusive: true as const } : {}),
  };
}

function mark(shape: Shape, key: string): boolean {
  const value = shape.fields[key] ?? false;
  return typeof value === "boolean" ? value : malformed(shape.where, `${key} is not true or false`);
}
